package id.satuatap.admin.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import id.satuatap.admin.calendar.CalendarClient.ClosedDay;
import id.satuatap.admin.calendar.CalendarClient.Closure;
import id.satuatap.admin.calendar.CalendarClient.Skipped;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClosedSpanTest {

    @Test
    void days_that_follow_each_other_for_one_reason_are_one_line() {
        var spans = ClosedSpan.of(
                List.of(
                        day("2026-03-20", "cuti_bersama", "Cuti bersama Idul Fitri"),
                        day("2026-03-21", "libur_nasional", "Idul Fitri"),
                        day("2026-03-22", "libur_nasional", "Idul Fitri"),
                        day("2026-03-23", "cuti_bersama", "Cuti bersama Idul Fitri"),
                        day("2026-03-25", "cuti_bersama", "Cuti bersama Idul Fitri")),
                List.of());

        assertThat(spans)
                .extracting(span -> span.from() + " " + span.to().getDayOfMonth())
                .containsExactly("2026-03-20 20", "2026-03-21 22", "2026-03-23 23", "2026-03-25 25");
    }

    @Test
    void a_closure_stands_once_where_it_begins_and_withdrawn_it_says_so() {
        var closed = closure("2026-03-19", "2026-03-20", false);
        var withdrawn = closure("2026-03-02", "2026-03-02", true);
        var spans = ClosedSpan.of(
                List.of(
                        day("2026-03-18", "cuti_bersama", "Nyepi"),
                        day("2026-03-19", "libur_daerah", "Banjir"),
                        day("2026-03-20", "libur_daerah", "Banjir")),
                List.of(closed, withdrawn));

        assertThat(spans).extracting(ClosedSpan::closure).containsExactly(withdrawn, null, closed);
        assertThat(spans).extracting(ClosedSpan::isWithdrawn).containsExactly(true, false, false);
        assertThat(spans.getLast().to()).isEqualTo("2026-03-20");
    }

    @Test
    void the_free_days_of_a_week_are_told_together_when_they_are_skipped() {
        var spans = ClosedSpan.of(
                List.of(
                        skipped("2026-02-27", "libur_daerah", "Banjir"),
                        skipped("2026-02-28", "akhir_pekan", "Sabtu"),
                        skipped("2026-03-01", "akhir_pekan", "Minggu"),
                        skipped("2026-03-07", "akhir_pekan", "Sabtu"),
                        skipped("2026-03-08", "akhir_pekan", "Minggu")),
                "Akhir pekan");

        assertThat(spans)
                .extracting(
                        span -> span.from().getDayOfMonth() + "–" + span.to().getDayOfMonth() + " " + span.name())
                .containsExactly("27–27 Banjir", "28–28 Akhir pekan", "1–1 Akhir pekan", "7–8 Akhir pekan");
    }

    private static ClosedDay day(String date, String kind, String name) {
        return new ClosedDay(LocalDate.parse(date), kind, name, List.of("SKB"), false, false);
    }

    private static Skipped skipped(String date, String kind, String name) {
        return new Skipped(LocalDate.parse(date), kind, name);
    }

    private static Closure closure(String from, String to, boolean withdrawn) {
        return new Closure("1", LocalDate.parse(from), LocalDate.parse(to), "Banjir", withdrawn, false, "Ani", 1);
    }
}
