package id.satuatap.core.calendar;

import static id.satuatap.core.calendar.CalendarFixture.HOLIDAYS;
import static org.assertj.core.api.Assertions.assertThat;

import id.satuatap.core.calendar.ClosedDay.Kind;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HolidaysTest {

    @ParameterizedTest
    @CsvSource({"2024, 17, 10, 2", "2025, 17, 11, 0", "2026, 17, 8, 0", "2027, 18, 8, 0"})
    void each_year_has_as_many_as_its_decree(int year, int national, int joint, int election) {
        assertThat(count(year, Kind.LIBUR_NASIONAL)).isEqualTo(national);
        assertThat(count(year, Kind.CUTI_BERSAMA)).isEqualTo(joint);
        assertThat(count(year, Kind.LIBUR_PEMILU)).isEqualTo(election);
    }

    @Test
    void each_names_its_decree_and_is_called_in_both_languages() {
        assertThat(HOLIDAYS.days().values()).allSatisfy(day -> {
            assertThat(day.sources()).isNotEmpty();
            assertThat(day.name(Locale.ENGLISH)).isNotBlank().isNotEqualTo(day.name(Locale.of("id")));
        });
    }

    /** Lists that are public have some of them wrong. */
    @ParameterizedTest
    @CsvSource({
        "2026-03-21, LIBUR_NASIONAL, Idul Fitri",
        "2026-03-22, LIBUR_NASIONAL, Idul Fitri",
        "2026-03-20, CUTI_BERSAMA, Idul Fitri",
        "2026-03-19, LIBUR_NASIONAL, Nyepi",
        "2026-12-24, CUTI_BERSAMA, Kelahiran",
        "2027-05-17, LIBUR_NASIONAL, Idul Adha",
        "2025-08-18, CUTI_BERSAMA, Proklamasi"
    })
    void those_that_others_have_wrong_are_right(LocalDate date, Kind kind, String name) {
        var day = HOLIDAYS.days().get(date);

        assertThat(day.kind()).isEqualTo(kind);
        assertThat(day.name()).contains(name);
    }

    @Test
    void feasts_that_wait_for_their_confirmation_say_so() {
        assertThat(HOLIDAYS.days().get(LocalDate.of(2027, 3, 10)).estimated()).isTrue();
        assertThat(HOLIDAYS.days().get(LocalDate.of(2026, 3, 21)).estimated()).isFalse();
        assertThat(HOLIDAYS.days()).doesNotContainKeys(LocalDate.of(2026, 12, 26), LocalDate.of(2026, 3, 3));
    }

    private static long count(int year, Kind kind) {
        return HOLIDAYS.days().values().stream()
                .filter(day -> day.date().getYear() == year && day.kind() == kind)
                .count();
    }
}
