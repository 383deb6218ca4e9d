package id.satuatap.core.shared;

import java.util.Locale;

/** A character that no text may hold. Whoever reads the field knows its name and turns this into a {@link Fault}. */
final class UnwantedCharacter extends RuntimeException {

    private final String code;
    private final int character;
    private final int at;

    /** {@code code} is the key of a sentence that says why. */
    UnwantedCharacter(String code, int character, int at) {
        super(code, null, false, false);
        this.code = code;
        this.character = character;
        this.at = at;
    }

    Fault in(String field) {
        return new Fault(field, code, name(character), String.valueOf(at + 1));
    }

    /** As Unicode writes it: {@code U+00A0}. */
    static String name(int character) {
        return String.format(Locale.ROOT, "U+%04X", character);
    }
}
