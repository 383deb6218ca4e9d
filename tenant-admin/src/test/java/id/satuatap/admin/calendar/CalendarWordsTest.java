package id.satuatap.admin.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import id.satuatap.admin.calendar.CalendarClient.Deadline;
import id.satuatap.admin.calendar.CalendarClient.Hours;
import id.satuatap.admin.calendar.CalendarClient.Week;
import id.satuatap.servlet.page.Languages;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarWordsTest {

    private final CalendarWords indonesian = new CalendarWords(Languages.INDONESIAN);
    private final CalendarWords english = new CalendarWords(Locale.ENGLISH);

    @Test
    void days_with_the_same_hours_are_told_together() {
        var usual =
                List.of(hours(1, "16:00"), hours(2, "16:00"), hours(3, "16:00"), hours(4, "16:00"), hours(5, "16:30"));

        assertThat(indonesian.week(usual)).containsExactly("Senin–Kamis 07.30–16.00", "Jumat 07.30–16.30");
        assertThat(english.week(usual)).containsExactly("Monday–Thursday 07:30–16:00", "Friday 07:30–16:30");
        assertThat(indonesian.week(List.of(hours(1, "16:00"), hours(3, "16:00"))))
                .containsExactly("Senin 07.30–16.00", "Rabu 07.30–16.00");
        assertThat(indonesian.week(List.of())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-18, 2026-03-18, Rab 18, Wed 18",
        "2026-03-21, 2026-03-22, Sab–Min 21–22, Sat–Sun 21–22",
        "2026-12-31, 2027-01-02, 31 Des – 2 Jan, 31 Dec – 2 Jan"
    })
    void days_are_short_and_name_their_end(LocalDate from, LocalDate to, String inIndonesian, String inEnglish) {
        assertThat(indonesian.days(from, to)).isEqualTo(inIndonesian);
        assertThat(english.days(from, to)).isEqualTo(inEnglish);
    }

    @Test
    void dates_hours_and_zones_are_written_as_the_language_does() {
        var day = LocalDate.of(2026, 3, 30);

        assertThat(indonesian.date(day)).isEqualTo("Senin, 30 Maret 2026");
        assertThat(english.date(day)).isEqualTo("Monday 30 March 2026");
        assertThat(indonesian.daysAndMonth(day, day)).isEqualTo("Sen 30 Mar");
        assertThat(indonesian.time(LocalTime.of(16, 0))).isEqualTo("16.00");
        assertThat(Stream.of("Asia/Pontianak", "Asia/Makassar", "Asia/Jayapura", "Europe/Berlin")
                        .map(CalendarWords::zone))
                .containsExactly("WIB", "WITA", "WIT", "Europe/Berlin");
    }

    @Test
    void a_deadline_is_told_by_the_governments_clock() {
        var read = new Deadline(
                LocalDate.of(2026, 3, 16), 5, OffsetDateTime.parse("2026-03-30T09:00:00Z"), "Asia/Jakarta", List.of());

        assertThat(read.local()).hasToString("2026-03-30T16:00");
    }

    @Test
    void the_week_of_today_is_the_last_that_has_begun() {
        var today = LocalDate.of(2026, 12, 1);
        var usual = new Week(null, List.of(hours(1, "16:00")));
        var begun = new Week(today, List.of(hours(1, "15:00")));
        var coming = new Week(today.plusDays(1), List.of(hours(1, "14:00")));

        assertThat(WeekSection.current(List.of(usual, begun, coming), today)).isSameAs(begun);
        assertThat(WeekSection.current(List.of(usual, coming), today)).isSameAs(usual);
    }

    private static Hours hours(int day, String closes) {
        return new Hours(DayOfWeek.of(day), LocalTime.of(7, 30), LocalTime.parse(closes));
    }
}
