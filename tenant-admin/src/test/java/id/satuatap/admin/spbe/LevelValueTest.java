package id.satuatap.admin.spbe;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LevelValueTest {

    @ParameterizedTest
    @CsvSource({
        "'3,57', 3.57",
        "3.57, 3.57",
        "3, 3",
        "' 4,0\u00a0', 4.0",
        "'1,26\u200b', 1.26",
        "5.0, 5.0",
        "'3,123456789', 3.123456789"
    })
    void a_value_is_read_with_a_comma_or_a_point(String typed, BigDecimal value) {
        assertThat(LevelValue.parse(typed)).contains(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", " ", "0", "0,9", "5,01", "6", "12", "3,", ",5", "3,5,7", "3.5,7", "tiga", "-3", "3e0", "\u0663"
            })
    void what_is_no_value_from_one_to_five_is_none(String typed) {
        assertThat(LevelValue.parse(typed)).isEmpty();
    }

    @Test
    void a_value_is_written_as_the_language_does_with_all_its_decimals() {
        assertThat(LevelValue.text(new BigDecimal("3.57"), Locale.of("id", "ID")))
                .isEqualTo("3,57");
        assertThat(LevelValue.text(new BigDecimal("3.4565"), Locale.ENGLISH)).isEqualTo("3.4565");
        assertThat(LevelValue.text(new BigDecimal("3"), Locale.of("id", "ID"))).isEqualTo("3");
        assertThat(LevelValue.text(null, Locale.ENGLISH)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {"none, none, 1", "1, 1, 2", "3.57, none, 4", "3.0, 3, 4", "5, 5, 6"})
    void a_value_stands_on_a_step_or_between_two(BigDecimal value, Integer step, int next) {
        assertThat(LevelValue.step(value)).isEqualTo(step);
        assertThat(LevelValue.next(value)).isEqualTo(next);
    }
}
