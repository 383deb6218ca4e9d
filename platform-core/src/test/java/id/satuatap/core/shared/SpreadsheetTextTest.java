package id.satuatap.core.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpreadsheetTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"=cmd|'/c calc'!A1", "+1", "-1", "@SUM(1)", "\t=1", "\r=1", "\n=1", "|x"})
    void a_formula_becomes_text(String formula) {
        assertThat(SpreadsheetText.of(formula)).isEqualTo("'" + formula);
    }

    @Test
    void other_text_stays_as_it_is() {
        assertThat(SpreadsheetText.of("Kabupaten Lebong = baik")).isEqualTo("Kabupaten Lebong = baik");
        assertThat(SpreadsheetText.of(null)).isEmpty();
    }
}
