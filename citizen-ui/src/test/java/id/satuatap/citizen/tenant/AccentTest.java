package id.satuatap.citizen.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccentTest {

    @ParameterizedTest
    @ValueSource(strings = {"red", "#fff", "#12345g", "#123456;}body{display:none", "", "url(//x)"})
    void anything_but_six_hexadecimal_digits_becomes_the_default(String text) {
        assertThat(Accent.of(text)).isEqualTo(Accent.DEFAULT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"#0b5c8a", "#f2c230", "#ffffff", "#000000", "#1f5f3a", "#ff0000", "#808080"})
    void text_on_and_beside_any_colour_is_readable(String text) {
        var accent = Accent.of(text);

        assertThat(contrast(accent.onAccent(), accent.hex())).isGreaterThanOrEqualTo(4.5);
        assertThat(contrast(accent.textOnLight(), "#ffffff")).isGreaterThanOrEqualTo(4.5);
        assertThat(contrast(accent.textOnDark(), "#12181c")).isGreaterThanOrEqualTo(4.5);
    }

    @Test
    void a_colour_that_is_readable_already_stays_as_it_is() {
        assertThat(Accent.of("#0b5c8a").textOnLight()).isEqualTo("#0b5c8a");
    }

    private static double contrast(String one, String other) {
        return Accent.contrast(Color.decode(one), Color.decode(other));
    }
}
