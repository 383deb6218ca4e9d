package id.satuatap.identity.setup;

/** Ends the setup with one sentence for the operator. */
class SetupFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SetupFailed(String sentence) {
        super(sentence);
    }
}
