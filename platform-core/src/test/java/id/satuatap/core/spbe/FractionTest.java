package id.satuatap.core.spbe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FractionTest {

    @Test
    void six_times_ten_thirds_is_twenty() {
        assertThat(Fraction.parse("10/3").times(Fraction.of(6))).isEqualTo(Fraction.of(20));
    }

    @ParameterizedTest
    @CsvSource({"1.005, 1.01", "2.675, 2.68", "1.796, 1.8", "3.4949, 3.49", "10/3, 3.33", "100, 100"})
    void is_shown_half_up(String exact, String shown) {
        assertThat(Fraction.parse(exact).rounded(2).decimal().toString()).isEqualTo(shown);
    }

    @Test
    void becomes_a_plain_number_of_at_most_ten_decimals() {
        assertThat(Fraction.parse("8/3").decimal()).hasToString("2.6666666667");
        assertThat(Fraction.parse("4.2125").decimal()).hasToString("4.2125");
        assertThat(Fraction.of(100).decimal()).hasToString("100");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "1,3", "-1", "1e5", "1/", "1/2/3", " 1", "NaN"})
    void refuses_what_is_not_written_as_a_number(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Fraction.parse(text))
                .withMessage("\"" + text + "\" is not a number like 13, 1.3 or 10/3");
    }

    @Test
    void refuses_a_denominator_of_zero() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Fraction.parse("1/0"))
                .withMessage("a fraction's denominator is never zero");
    }
}
