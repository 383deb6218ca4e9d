package id.satuatap.text;

/**
 * The one rule for typed text. What comes along unseen when text is pasted from Word, a presentation or a PDF becomes a line break or
 * a blank, or goes; what can't be kept is refused and named.
 *
 * @see "Decision 0006"
 */
public final class CleanText {

    /** Format characters that are seen: signs that stand before or around Arabic and Syriac numbers. */
    private static final String SEEN = "\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2";

    /** Letters and marks that show nothing. */
    private static final String UNSEEN = "\u034f\u115f\u1160\u3164\uffa0";

    private static final int BRAILLE_BLANK = 0x2800;
    private static final int LAST_OF_LATIN = 0x02ff;

    private enum Kind {
        SEEN,
        BREAK,
        BLANK,
        /** A dash or quote of Windows, read as Latin-1. */
        MISREAD,
        JOINER,
        UNSEEN,
        NULL,
        HALF,
        NONCHARACTER
    }

    private CleanText() {}

    /** For a field of one line: a break or any blank is a space, and none stands at either end. */
    public static String line(String typed) {
        return clean(typed, true).strip();
    }

    /** For a field of many lines: a break is {@code \n}, blanks stay as they are. */
    public static String lines(String typed) {
        return clean(typed, false);
    }

    private static String clean(String typed, boolean oneLine) {
        if (typed.chars().allMatch(character -> ' ' <= character && character <= '~')) {
            return typed;
        }
        var text = typed.replace("\r\n", "\n");
        var clean = new StringBuilder(text.length());
        for (var at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            var character = text.codePointAt(at);
            switch (kind(character)) {
                case SEEN -> clean.appendCodePoint(character);
                case BREAK -> clean.append(oneLine ? ' ' : '\n');
                case BLANK -> clean.appendCodePoint(oneLine ? ' ' : character);
                case MISREAD -> clean.append(' ');
                case JOINER -> clean.append(joins(clean) ? Character.toString(character) : "");
                case UNSEEN -> {}
                case NULL -> throw new UnwantedCharacter(UnwantedCharacter.Why.NULL, character, at);
                case HALF -> throw new UnwantedCharacter(UnwantedCharacter.Why.HALF, character, at);
                case NONCHARACTER -> throw new UnwantedCharacter(UnwantedCharacter.Why.NONE, character, at);
            }
        }
        return clean.toString();
    }

    private static Kind kind(int character) {
        if ("\n\r\u000b\f\u0085\u2028\u2029".indexOf(character) >= 0) {
            return Kind.BREAK;
        }
        if (Character.isISOControl(character)) {
            return control(character);
        }
        if (isNoncharacter(character)) {
            return Kind.NONCHARACTER;
        }
        if (character == BRAILLE_BLANK || UNSEEN.indexOf(character) >= 0) {
            return character == BRAILLE_BLANK ? Kind.BLANK : Kind.UNSEEN;
        }
        return switch (Character.getType(character)) {
            case Character.SPACE_SEPARATOR -> Kind.BLANK;
            case Character.SURROGATE -> Kind.HALF;
            case Character.FORMAT -> format(character);
            default -> Kind.SEEN;
        };
    }

    private static Kind control(int character) {
        return switch (character) {
            case 0 -> Kind.NULL;
            case '\t' -> Kind.BLANK;
            default -> character < 0x80 ? Kind.UNSEEN : Kind.MISREAD;
        };
    }

    private static Kind format(int character) {
        if (character == '\u200c' || character == '\u200d') {
            return Kind.JOINER;
        }
        return SEEN.indexOf(character) >= 0 ? Kind.SEEN : Kind.UNSEEN;
    }

    /** Javanese and Arabic letters and pictures are joined; Latin letters never. */
    private static boolean joins(StringBuilder before) {
        return !before.isEmpty() && before.codePointBefore(before.length()) > LAST_OF_LATIN;
    }

    private static boolean isNoncharacter(int character) {
        return (character & 0xfffe) == 0xfffe || (character >= 0xfdd0 && character <= 0xfdef);
    }
}
