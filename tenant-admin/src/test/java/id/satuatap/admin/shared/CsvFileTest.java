package id.satuatap.admin.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CsvFileTest {

    @Test
    void what_a_spreadsheet_would_execute_becomes_text() {
        var file = new CsvFile().row("=1+1", "@name", "-0,28", "a,b", "c;d", "say \"x\"");

        assertThat(file.text()).isEqualTo("\uFEFF'=1+1;'@name;-0,28;a,b;\"c;d\";\"say \"\"x\"\"\"\r\n");
    }
}
