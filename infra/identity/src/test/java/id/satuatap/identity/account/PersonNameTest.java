package id.satuatap.identity.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.satuatap.text.UnwantedCharacter;
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

    @Test
    void what_turns_a_name_around_or_breaks_its_line_goes_and_what_joins_letters_stays() {
        assertThat(PersonName.parse("Siti \u202egnoleb \u2066x")).contains(new PersonName("Siti gnoleb x"));
        assertThat(PersonName.parse("Siti\u000bAminah\r\n")).contains(new PersonName("Siti Aminah"));
        assertThat(PersonName.parse("\ua9a7\ua9c0\u200c\ua9a7")).contains(new PersonName("\ua9a7\ua9c0\u200c\ua9a7"));
    }

    @Test
    void what_no_text_may_hold_is_named_with_its_place() {
        var refused = catchThrowableOfType(UnwantedCharacter.class, () -> PersonName.parse("Si\uffffti"));

        assertThat(refused.called()).isEqualTo("U+FFFF");
        assertThat(refused.place()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\u200b", "12345", "<b>Siti</b>", "Siti http://evil.example"})
    void what_is_no_name_is_refused(String typed) {
        assertThat(PersonName.parse(typed)).isEmpty();
    }

    @Test
    void an_endless_name_is_refused() {
        assertThat(PersonName.parse("a".repeat(100))).isPresent();
        assertThat(PersonName.parse("a".repeat(101))).isEmpty();
    }
}
