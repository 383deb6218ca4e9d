package id.satuatap.identity.account;

import java.util.regex.Pattern;

/** What a person typed or pasted, without what nobody sees: blanks of any kind are blanks, signs without width go. */
final class TypedText {

    private static final Pattern WITHOUT_WIDTH = Pattern.compile("[\\u00AD\\u200B-\\u200D\\u2060\\uFEFF]");
    private static final Pattern BLANK = Pattern.compile("\\p{Z}");

    private TypedText() {}

    static String visible(String typed) {
        var seen = WITHOUT_WIDTH.matcher(typed).replaceAll("");
        return BLANK.matcher(seen).replaceAll(" ").strip();
    }
}
