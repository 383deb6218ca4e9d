package id.satuatap.core.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FigureTest {

    @ParameterizedTest
    @CsvSource({
        "100, 40, true", // 40 of 100, and 60 others
        "10, 5, true",
        "4, 2, false", // too few altogether
        "100, 4, false", // too few counted
        "100, 96, false", // too few not counted
        "100, 100, false", // everybody: tells of each one
        "100, 0, false"
    })
    void few_people_are_not_shown_outside(long n, long numerator, boolean shown) {
        assertThat(figure(true, numerator, n, n).outside().isPresent()).isEqualTo(shown);
    }

    @Test
    void a_plain_count_of_people_is_shown_from_five() {
        assertThat(figure(true, 4, null, 4).outside()).isEmpty();
        assertThat(figure(true, 5, null, 5).outside()).isPresent();
    }

    @Test
    void things_are_no_people() {
        assertThat(figure(false, 1, 3L, 3).outside()).isPresent();
    }

    private static Figure figure(boolean people, long numerator, Long denominator, long n) {
        var day = LocalDate.of(2026, 12, 1);
        return new Figure(
                UUID.randomUUID(),
                "test.counted",
                null,
                day,
                day,
                numerator,
                denominator,
                n,
                people,
                Measured.Unit.PEOPLE,
                1,
                "uji",
                true,
                Instant.EPOCH);
    }
}
