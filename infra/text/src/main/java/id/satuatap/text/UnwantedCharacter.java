package id.satuatap.text;

import java.util.Locale;

/** A character that no text may hold. Who reads the field knows what it is called, and tells its owner. */
public final class UnwantedCharacter extends RuntimeException {

    /** What is wrong with it; its {@link #key} is the end of a sentence's key. */
    public enum Why {
        NULL,
        HALF,
        NONE;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Why why;
    private final int character;
    private final int at;

    UnwantedCharacter(Why why, int character, int at) {
        super(why.key(), null, false, false);
        this.why = why;
        this.character = character;
        this.at = at;
    }

    public Why why() {
        return why;
    }

    /** As Unicode writes it: {@code U+FFFF}. */
    public String called() {
        return name(character);
    }

    /** Its place in the text, counted from 1. */
    public int place() {
        return at + 1;
    }

    /** As Unicode writes it: {@code U+00A0}. */
    public static String name(int character) {
        return String.format(Locale.ROOT, "U+%04X", character);
    }
}
