package id.satuatap.core.shared;

import org.jspecify.annotations.Nullable;

/** Text for a cell of an export: what a spreadsheet would take for a formula is told as text, with an apostrophe before it (OWASP ASVS V1.2.10). */
public final class SpreadsheetText {

    private static final String BEGINS_FORMULA = "=+-@\t\r\n|";

    private SpreadsheetText() {}

    public static String of(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return "";
        }
        return BEGINS_FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
