package id.satuatap.core.calendar;

import id.satuatap.core.shared.RuleBroken;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Counts working days as the law does: the day of receipt is day 0, and what arrives after hours or on a closed day is received on the next
 * working day. Knows no clock and no database.
 *
 * @param zone the government's
 * @param weeks in the order of their first days; the first holds since ever
 * @param closed days that are closed whatever the weekday
 * @param firstYear the first of which the closed days are known
 * @param lastYear the last of which they are
 */
public record WorkingCalendar(
        ZoneId zone, List<WorkingWeek> weeks, Map<LocalDate, ClosedDay> closed, int firstYear, int lastYear) {

    /**
     * When something is due, and how that came about.
     *
     * @param deadline the end of office hours of the last day
     * @param receivedOn day 0
     * @param workingDays those that were counted, without day 0
     * @param skipped the closed days since it arrived
     */
    public record Deadline(
            OffsetDateTime deadline, LocalDate receivedOn, List<LocalDate> workingDays, List<Skipped> skipped) {}

    public record Skipped(LocalDate date, ClosedDay why) {}

    public WorkingCalendar {
        weeks = weeks.stream()
                .sorted(Comparator.comparing(WorkingWeek::validFrom))
                .toList();
        closed = Map.copyOf(closed);
    }

    /** The working day on which something counts as received; what comes at the end of office hours is still in time. */
    public LocalDate received(Instant at) {
        var local = local(at);
        var day = local.toLocalDate();
        var stillOpen = whyClosed(day).isEmpty()
                && !local.toLocalTime().isAfter(hours(day).closes());
        return stillOpen ? day : workingDayAfter(day);
    }

    /** The end of office hours of the day that is so many working days after the receipt. */
    public Deadline deadline(Instant from, int days) {
        var receivedOn = received(from);
        var skipped = new ArrayList<Skipped>();
        local(from).toLocalDate().datesUntil(receivedOn).forEach(day -> note(day, skipped));
        var counted = new ArrayList<LocalDate>();
        var day = receivedOn;
        while (counted.size() < days) {
            day = day.plusDays(1);
            if (!note(day, skipped)) {
                counted.add(day);
            }
        }
        return new Deadline(endOf(day), receivedOn, List.copyOf(counted), List.copyOf(skipped));
    }

    /** Working days after the one day, up to the other and with it; less than none where the other one is earlier. */
    public int workingDaysBetween(LocalDate from, LocalDate to) {
        return to.isBefore(from)
                ? -workingDays(to.plusDays(1), from).size()
                : workingDays(from.plusDays(1), to).size();
    }

    /** The working days from the one to the other, both included. */
    public List<LocalDate> workingDays(LocalDate first, LocalDate last) {
        checkKnown(first);
        checkKnown(last);
        return first.datesUntil(last.isBefore(first) ? first : last.plusDays(1))
                .filter(day -> whyClosed(day).isEmpty())
                .toList();
    }

    /** Whether offices are open at this moment. */
    public boolean isOpen(Instant at) {
        var local = local(at);
        if (whyClosed(local.toLocalDate()).isPresent()) {
            return false;
        }
        var hours = hours(local.toLocalDate());
        var time = local.toLocalTime();
        return !time.isBefore(hours.opens()) && time.isBefore(hours.closes());
    }

    /** Why nobody works on this day; empty on a working day. Refused for a day that nobody knows yet. */
    public Optional<ClosedDay> whyClosed(LocalDate day) {
        checkKnown(day);
        var closedDay = closed.get(day);
        var decreed = closedDay != null && closedDay.kind() != ClosedDay.Kind.LIBUR_DAERAH;
        return !decreed && week(day).on(day) == null
                ? Optional.of(ClosedDay.restOf(day))
                : Optional.ofNullable(closedDay);
    }

    private LocalDate workingDayAfter(LocalDate day) {
        var next = day.plusDays(1);
        while (whyClosed(next).isPresent()) {
            next = next.plusDays(1);
        }
        return next;
    }

    /** Whether the day is closed; then it is noted why. */
    private boolean note(LocalDate day, List<Skipped> skipped) {
        var why = whyClosed(day);
        why.ifPresent(closedDay -> skipped.add(new Skipped(day, closedDay)));
        return why.isPresent();
    }

    private OffsetDateTime endOf(LocalDate day) {
        return day.atTime(hours(day).closes()).atZone(zone).toOffsetDateTime();
    }

    private WorkingWeek.Hours hours(LocalDate workingDay) {
        return Objects.requireNonNull(week(workingDay).on(workingDay));
    }

    private WorkingWeek week(LocalDate day) {
        return weeks.stream()
                .filter(week -> !week.validFrom().isAfter(day))
                .reduce((earlier, later) -> later)
                .orElse(WorkingWeek.USUAL);
    }

    private LocalDateTime local(Instant at) {
        var first = LocalDate.of(firstYear, 1, 1).atStartOfDay(zone).toInstant();
        var end = LocalDate.of(lastYear + 1, 1, 1).atStartOfDay(zone).toInstant();
        if (at.isBefore(first) || !at.isBefore(end)) {
            throw unknown(); // no clock reaches as far as an instant does
        }
        return LocalDateTime.ofInstant(at, zone);
    }

    private void checkKnown(LocalDate day) {
        checkYear(day.getYear());
    }

    /** Refuses a year of which nobody knows the closed days. */
    void checkYear(int year) {
        if (year < firstYear || year > lastYear) {
            throw unknown();
        }
    }

    private RuleBroken unknown() {
        return new RuleBroken("calendar.unknown", firstYear, lastYear);
    }
}
