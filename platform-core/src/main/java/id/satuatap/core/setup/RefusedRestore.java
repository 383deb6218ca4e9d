package id.satuatap.core.setup;

/** Nothing was changed, and why, in a sentence for the operator. */
final class RefusedRestore extends RuntimeException {

    RefusedRestore(String sentence) {
        super(sentence, null, false, false);
    }
}
