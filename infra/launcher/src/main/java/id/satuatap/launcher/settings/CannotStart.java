package id.satuatap.launcher.settings;

import org.jspecify.annotations.Nullable;

/** A reason, as one clear sentence for the person at the terminal. No stack trace is shown for it. */
public class CannotStart extends RuntimeException {

    public CannotStart(String sentence) {
        super(sentence);
    }

    public CannotStart(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
