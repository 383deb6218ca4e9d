package id.satuatap.twin;

/** A refusal with its status; the words are core's business. */
final class Refused extends RuntimeException {

    private final int status;

    Refused(int status, String code) {
        super(code, null, false, false);
        this.status = status;
    }

    int status() {
        return status;
    }
}
