package id.satuatap.launcher;

/** A reason, as one clear sentence for the person at the terminal. No stack trace is shown for it. */
class CannotStart extends RuntimeException {

    CannotStart(String sentence) {
        super(sentence);
    }

    CannotStart(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
