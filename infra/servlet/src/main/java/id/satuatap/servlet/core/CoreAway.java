package id.satuatap.servlet.core;

import org.jspecify.annotations.Nullable;

/** A part that is needed did not answer, or said that it can't now. Nothing was refused: the same may be tried again. */
public final class CoreAway extends RuntimeException {

    private final @Nullable String sentence;

    public CoreAway(String part, @Nullable String sentence, @Nullable Throwable cause) {
        super(part + " is away", cause);
        this.sentence = sentence;
    }

    /** What the part itself said, if it could. */
    public @Nullable String sentence() {
        return sentence;
    }
}
