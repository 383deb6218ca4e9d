package id.satuatap.admin.shared;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import id.satuatap.servlet.page.Languages;
import jakarta.servlet.http.Cookie;
import java.util.Locale;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What leaves as a table and what comes back as a cookie. */
class SharedFuzzTest {

    @CsvSource({"=1+1, b", "'a;\"b\"', '\r\n'", "-5, -5e", "@x, ' =x'", "'\t=x', ''"})
    @FuzzTest(maxDuration = "2m")
    void a_cell_stays_one_cell_and_never_a_formula(@NotNull String left, @NotNull String right) {
        var text = new CsvFile().row(left, right).text();

        assertThat(text).startsWith("\uFEFF").endsWith("\r\n");
        var rest = text.substring(1);
        var first = cell(rest, 0);
        var second = cell(rest, first.end() + 1);
        assertThat(rest.charAt(first.end())).isEqualTo(';');
        assertThat(rest.substring(second.end())).isEqualTo("\r\n");
        assertHarmless(first.value(), left);
        assertHarmless(second.value(), right);
    }

    @ValueSource(strings = {"en", "id", "EN", "", "\"en\""})
    @FuzzTest(maxDuration = "2m")
    void a_cookie_says_english_or_nothing(@NotNull String value) {
        var language = Languages.of(new Cookie[] {new Cookie(Languages.COOKIE, value)});

        assertThat(language).isEqualTo(value.equals("en") ? Locale.ENGLISH : Languages.INDONESIAN);
    }

    private static void assertHarmless(String cell, String meant) {
        assertThat(cell).isIn(meant, "'" + meant);
        if (!cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0) {
            assertThat(cell.chars()
                            .allMatch(letter ->
                                    letter < 128 && (Character.isDigit(letter) || "-,.".indexOf(letter) >= 0)))
                    .isTrue();
        }
    }

    private record Cell(String value, int end) {}

    /** Reads a cell as RFC 4180 has it. */
    private static Cell cell(String text, int from) {
        if (text.charAt(from) != '"') {
            var end = from;
            while (text.charAt(end) != ';' && text.charAt(end) != '\r') {
                end++;
            }
            return new Cell(text.substring(from, end), end);
        }
        var value = new StringBuilder();
        var at = from + 1;
        while (text.charAt(at) != '"' || text.charAt(at + 1) == '"') {
            value.append(text.charAt(at));
            at += text.charAt(at) == '"' ? 2 : 1;
        }
        return new Cell(value.toString(), at + 1);
    }
}
