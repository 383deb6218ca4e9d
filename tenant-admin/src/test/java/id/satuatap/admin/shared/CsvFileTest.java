package id.satuatap.admin.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvFileTest {

    @Test
    void what_a_spreadsheet_would_execute_becomes_text() {
        var file = new CsvFile().row("=1+1", "@name", "-0,28", "a,b", "c;d", "say \"x\"");

        assertThat(file.text()).isEqualTo("\uFEFF'=1+1;'@name;-0,28;a,b;\"c;d\";\"say \"\"x\"\"\"\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1", "+1+1", "-1+1", "@x", "|cmd", "\tx"})
    void every_sign_that_begins_a_formula_is_made_harmless(String cell) {
        assertThat(CsvFile.line(List.of(cell))).isEqualTo("'" + cell + "\r\n");
    }
}
