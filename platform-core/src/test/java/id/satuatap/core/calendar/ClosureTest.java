package id.satuatap.core.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.satuatap.core.shared.BadInput;
import id.satuatap.core.shared.Conflict;
import id.satuatap.core.shared.Fault;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClosureTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 12, 1);

    @ParameterizedTest
    @CsvSource({
        "2026-12-02, 2026-12-01, Banjir, fault.calendar-closure-end",
        "2026-10-30, 2026-12-01, Banjir, fault.calendar-closure-late",
        "2026-12-01, 2027-03-03, Banjir, fault.calendar-closure-long",
        "2027-12-31, 2028-01-01, Banjir, fault.calendar-unknown",
        "2026-12-01, 2026-12-01, '\u2003', fault.required"
    })
    void what_is_wrong_is_named(LocalDate from, LocalDate to, String reason, String code) {
        assertThatThrownBy(() -> new Closure.Days(from, to, reason).check(TODAY, 2027))
                .isInstanceOfSatisfying(
                        BadInput.class,
                        bad -> assertThat(bad.faults()).extracting(Fault::code).containsExactly(code));
    }

    @ParameterizedTest
    @CsvSource({"2026-12-01, 2026-12-01", "2026-10-31, 2026-10-31", "2026-12-01, 2027-03-02", "2027-12-31, 2027-12-31"})
    void its_bounds_are_taken(LocalDate from, LocalDate to) {
        new Closure.Days(from, to, "Banjir").check(TODAY, 2027);
    }

    @Test
    void it_closes_its_first_and_its_last_day_and_is_withdrawn_once() {
        var closure = new Closure(
                UUID.randomUUID(),
                new Closure.Days(TODAY, TODAY.plusDays(1), "Banjir"),
                false,
                UUID.randomUUID(),
                Instant.EPOCH,
                null,
                1);

        var withdrawn = closure.withdraw(Instant.EPOCH);

        assertThat(closure.closed()).containsOnlyKeys(TODAY, TODAY.plusDays(1));
        assertThat(withdrawn.inForce()).isFalse();
        assertThatThrownBy(() -> withdrawn.withdraw(Instant.EPOCH)).isInstanceOf(Conflict.class);
    }
}
