package id.satuatap.identity.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonNameTest {

    @Test
    void a_pasted_name_loses_the_signs_that_nobody_sees() {
        assertThat(PersonName.parse("\ufeffSiti\u00a0Aminah\u200b ")).contains(new PersonName("Siti Aminah"));
        assertThat(PersonName.parse("Dr. Ny. I Gusti Ayu O'Neil-Putri, S.Kom.")).isPresent();
        assertThat(PersonName.parse("\u1bd2\u1a00 Aksara")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\u200b",
                "12345",
                "<b>Siti</b>",
                "Siti http://evil.example",
                "Siti\nBcc: x",
                "Siti \u202egnoleb",
                "Siti \u2066x"
            })
    void what_is_no_name_is_refused(String typed) {
        assertThat(PersonName.parse(typed)).isEmpty();
    }

    @Test
    void an_endless_name_is_refused() {
        assertThat(PersonName.parse("a".repeat(100))).isPresent();
        assertThat(PersonName.parse("a".repeat(101))).isEmpty();
    }
}
