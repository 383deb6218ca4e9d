package id.satuatap.core.calendar;

import static id.satuatap.core.calendar.CalendarFixture.WIB;
import static id.satuatap.core.calendar.CalendarFixture.WIT;
import static id.satuatap.core.calendar.CalendarFixture.calendar;
import static id.satuatap.core.calendar.CalendarFixture.deadline;
import static id.satuatap.core.calendar.CalendarFixture.sixDays;
import static id.satuatap.core.calendar.CalendarFixture.week;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.satuatap.core.shared.RuleBroken;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingCalendarTest {

    private static final Locale INDONESIAN = Locale.of("id");

    @Test
    void five_working_days_go_round_nyepi_and_lebaran_and_say_why() {
        var found = deadline(WIB, "2026-03-16T15:30:00+07:00", 5);

        assertThat(found.deadline()).hasToString("2026-03-30T16:00+07:00");
        assertThat(found.receivedOn()).isEqualTo("2026-03-16");
        assertThat(found.workingDays())
                .extracting(LocalDate::toString)
                .containsExactly("2026-03-17", "2026-03-25", "2026-03-26", "2026-03-27", "2026-03-30");
        assertThat(found.skipped())
                .extracting(skipped ->
                        skipped.date().getDayOfMonth() + " " + skipped.why().name(INDONESIAN))
                .containsExactly(
                        "18 Cuti bersama Hari Suci Nyepi",
                        "19 Hari Suci Nyepi (Tahun Baru Saka 1948)",
                        "20 Cuti bersama Idul Fitri",
                        "21 Idul Fitri 1447 Hijriah",
                        "22 Idul Fitri 1447 Hijriah",
                        "23 Cuti bersama Idul Fitri",
                        "24 Cuti bersama Idul Fitri",
                        "28 Sabtu",
                        "29 Minggu");
        assertThat(found.skipped().getLast().why().name(Locale.ENGLISH)).isEqualTo("Sunday");
        assertThat(found.skipped().getFirst().why().name(Locale.ENGLISH))
                .isEqualTo("Joint leave: Day of Silence (Nyepi)");
    }

    /** Field case K19: what arrives on a day off or after hours is received on the next working day. */
    @ParameterizedTest
    @CsvSource({
        "2026-11-29T22:00:00+07:00, 2026-11-30, 2026-12-01T16:00+07:00",
        "2026-12-31T10:00:00+07:00, 2026-12-31, 2027-01-04T16:00+07:00",
        "2026-12-31T16:00:01+07:00, 2027-01-04, 2027-01-06T16:00+07:00",
        "2026-11-27T16:30:00+07:00, 2026-11-27, 2026-11-30T16:00+07:00",
        "2026-11-27T16:30:01+07:00, 2026-11-30, 2026-12-01T16:00+07:00",
        "2026-11-30T05:00:00+07:00, 2026-11-30, 2026-12-01T16:00+07:00",
        "2026-11-26T23:59:59+07:00, 2026-11-27, 2026-11-30T16:00+07:00",
        "2026-11-25T17:00:00Z, 2026-11-26, 2026-11-27T16:30+07:00"
    })
    void the_day_of_receipt_is_the_next_working_day(String from, LocalDate receivedOn, String due) {
        var found = deadline(WIB, from, 1);

        assertThat(found.receivedOn()).isEqualTo(receivedOn);
        assertThat(found.deadline()).hasToString(due);
    }

    @Test
    void in_the_east_the_office_closes_two_hours_earlier() {
        var moment = "2026-11-30T14:30:00+07:00"; // 16.30 in Jayapura

        assertThat(deadline(WIB, moment, 1).receivedOn()).isEqualTo("2026-11-30");
        assertThat(deadline(WIT, moment, 1).receivedOn()).isEqualTo("2026-12-01");
        assertThat(deadline(WIT, moment, 1).deadline()).hasToString("2026-12-02T16:00+09:00");
    }

    @Test
    void no_days_end_with_the_day_of_receipt() {
        var sunday = deadline(WIB, "2026-11-29T22:00:00+07:00", 0);

        assertThat(sunday.deadline()).hasToString("2026-11-30T16:00+07:00");
        assertThat(sunday.workingDays()).isEmpty();
        assertThat(sunday.skipped())
                .extracting(skipped -> skipped.why().name(INDONESIAN))
                .containsExactly("Minggu");
    }

    @Test
    void a_week_of_six_days_works_on_saturday() {
        var found = deadline(sixDays(), "2026-11-27T10:00:00+07:00", 2);

        assertThat(found.deadline()).hasToString("2026-11-30T14:00+07:00");
        assertThat(found.skipped())
                .extracting(skipped -> skipped.why().name(INDONESIAN))
                .containsExactly("Minggu");
    }

    @Test
    void another_week_holds_from_its_first_day_and_the_past_stays() {
        var changed = calendar(
                "Asia/Jakarta", Map.of(), WorkingWeek.USUAL, week(LocalDate.of(2026, 12, 7), 6, "08:00", "15:00"));

        assertThat(deadline(changed, "2026-12-04T10:00:00+07:00", 0))
                .isEqualTo(deadline(WIB, "2026-12-04T10:00:00+07:00", 0));
        assertThat(deadline(changed, "2026-12-04T10:00:00+07:00", 1).deadline()).hasToString("2026-12-07T15:00+07:00");
        assertThat(deadline(changed, "2026-12-11T10:00:00+07:00", 1).deadline()).hasToString("2026-12-12T15:00+07:00");
    }

    @Test
    void what_a_government_closes_is_no_working_day_and_adds_nothing_to_a_free_one() {
        var flood = closed(LocalDate.of(2026, 12, 1), "Banjir");
        var feast = closed(LocalDate.of(2026, 12, 5), "Pesta"); // a Saturday
        var nyepi = closed(LocalDate.of(2026, 3, 19), "Pesta");
        var calendar = calendar("Asia/Jakarta", Map.of(flood.date(), flood, feast.date(), feast, nyepi.date(), nyepi));

        assertThat(deadline(calendar, "2026-11-30T10:00:00+07:00", 1).deadline())
                .hasToString("2026-12-02T16:00+07:00");
        assertThat(calendar.whyClosed(flood.date())).contains(flood);
        assertThat(calendar.whyClosed(feast.date()))
                .hasValueSatisfying(why -> assertThat(why.name()).isEqualTo("Sabtu"));
        assertThat(calendar.whyClosed(nyepi.date()))
                .hasValueSatisfying(why -> assertThat(why.kind()).isEqualTo(ClosedDay.Kind.LIBUR_NASIONAL));
    }

    @ParameterizedTest
    @CsvSource({"2024, 238, 287", "2025, 237, 288", "2026, 240, 291", "2027, 242, 291"})
    void a_year_has_the_working_days_that_others_count(int year, int five, int six) {
        var first = LocalDate.of(year, 1, 1);
        var last = LocalDate.of(year, 12, 31);

        assertThat(WIB.workingDays(first, last)).hasSize(five);
        assertThat(sixDays().workingDays(first, last)).hasSize(six);
    }

    @Test
    void days_between_are_counted_like_a_deadline_and_backwards_they_are_late() {
        var received = LocalDate.of(2026, 3, 16);
        var due = LocalDate.of(2026, 3, 30);

        assertThat(WIB.workingDaysBetween(received, due)).isEqualTo(5);
        assertThat(WIB.workingDaysBetween(due, received)).isEqualTo(-5);
        assertThat(WIB.workingDaysBetween(due, due)).isZero();
        assertThat(WIB.workingDaysBetween(LocalDate.of(2026, 3, 17), LocalDate.of(2026, 3, 24)))
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-30T07:29:59+07:00, false",
        "2026-11-30T07:30:00+07:00, true",
        "2026-11-30T15:59:59+07:00, true",
        "2026-11-30T16:00:00+07:00, false",
        "2026-11-27T16:15:00+07:00, true",
        "2026-11-28T10:00:00+07:00, false",
        "2026-12-25T10:00:00+07:00, false"
    })
    void it_is_open_in_its_hours_only(String moment, boolean open) {
        assertThat(WIB.isOpen(OffsetDateTime.parse(moment).toInstant())).isEqualTo(open);
    }

    @ParameterizedTest
    @CsvSource({
        "2023-12-29T10:00:00+07:00, 1",
        "2027-12-30T10:00:00+07:00, 2",
        "2027-12-31T17:00:00+07:00, 0",
        "2026-12-01T10:00:00+07:00, 1000000",
        "-999999999-01-01T00:00:00+18:00, 1",
        "+999999999-12-31T23:59:59-18:00, 1"
    })
    void beyond_the_years_that_are_known_it_refuses(String from, int days) {
        assertThatThrownBy(() -> deadline(WIB, from, days))
                .isInstanceOfSatisfying(
                        RuleBroken.class,
                        refused -> assertThat(refused.arguments()).containsExactly(2024, 2027));
    }

    @Test
    void a_deadline_is_never_on_a_closed_day_nor_earlier_for_more_days_or_a_later_receipt() {
        var random = new Random(20261201);
        for (int round = 0; round < 2_000; round++) {
            var calendar = round % 2 == 0 ? WIB : sixDays();
            var from = Instant.parse("2024-01-01T00:00:00Z").plusSeconds(random.nextInt(2 * 365 * 86_400));
            var days = random.nextInt(200);

            var found = calendar.deadline(from, days);

            var lastDay = found.deadline().toLocalDate();
            assertThat(calendar.whyClosed(lastDay)).isEmpty();
            assertThat(found.deadline().toInstant()).isAfterOrEqualTo(from);
            assertThat(found.workingDays()).hasSize(days).isSorted();
            assertThat(calendar.deadline(from, days + 1).deadline()).isAfter(found.deadline());
            assertThat(calendar.deadline(from.plusSeconds(random.nextInt(86_400)), days)
                            .deadline())
                    .isAfterOrEqualTo(found.deadline());
            assertThat(calendar.workingDaysBetween(found.receivedOn(), lastDay)).isEqualTo(days);
            var calendarDays = LocalDate.ofInstant(from, calendar.zone())
                    .datesUntil(lastDay.plusDays(1))
                    .count();
            var startsOpen = calendar.whyClosed(LocalDate.ofInstant(from, calendar.zone()))
                    .isEmpty();
            assertThat(found.skipped().size() + days + receipt(found, from, calendar, startsOpen))
                    .isEqualTo((int) calendarDays);
        }
    }

    /** Working days on the way that are neither counted nor skipped: day 0, and the day on which it came after hours. */
    private static int receipt(
            WorkingCalendar.Deadline found, Instant from, WorkingCalendar calendar, boolean startsOpen) {
        var cameLate = startsOpen && !LocalDate.ofInstant(from, calendar.zone()).equals(found.receivedOn());
        return cameLate ? 2 : 1;
    }

    private static ClosedDay closed(LocalDate day, String why) {
        return new ClosedDay(day, ClosedDay.Kind.LIBUR_DAERAH, why, why, java.util.List.of(), false, false);
    }
}
