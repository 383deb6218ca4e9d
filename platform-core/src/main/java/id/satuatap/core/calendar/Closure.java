package id.satuatap.core.calendar;

import id.satuatap.core.shared.BadInput;
import id.satuatap.core.shared.Conflict;
import id.satuatap.core.shared.Fault;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Days on which a government closes its offices itself, such as its anniversary or a flood. Immutable: each step returns it as it is
 * afterwards.
 *
 * @param simulated whether it is invented, and must say so
 */
record Closure(
        UUID id,
        Days days,
        boolean simulated,
        UUID createdBy,
        Instant createdAt,
        @Nullable Instant withdrawnAt,
        int version) {

    static final int LONGEST_REASON = 120;
    static final int MOST_DAYS = 92;

    /** How long ago its first day may be: what could not be told before is told afterwards. */
    static final int LATEST = 31;

    /**
     * Which days, and why.
     *
     * @param to its last day
     */
    record Days(LocalDate from, LocalDate to, String reason) {

        Days {
            reason = reason.strip();
        }

        int count() {
            return (int) ChronoUnit.DAYS.between(from, to) + 1;
        }

        /** Names all that is wrong at once. */
        void check(LocalDate today, int lastYear) {
            var faults = new ArrayList<Fault>();
            if (reason.isEmpty()) {
                faults.add(new Fault("reason", "fault.required"));
            }
            if (from.isBefore(today.minusDays(LATEST))) {
                faults.add(new Fault("from", "fault.calendar-closure-late", LATEST));
            }
            if (to.isBefore(from)) {
                faults.add(new Fault("to", "fault.calendar-closure-end"));
            } else if (count() > MOST_DAYS) {
                faults.add(new Fault("to", "fault.calendar-closure-long", MOST_DAYS));
            } else if (to.getYear() > lastYear) {
                faults.add(new Fault("to", "fault.calendar-unknown", lastYear));
            }
            if (!faults.isEmpty()) {
                throw new BadInput(faults);
            }
        }
    }

    boolean inForce() {
        return withdrawnAt == null;
    }

    Closure withdraw(Instant now) {
        if (!inForce()) {
            throw new Conflict("calendar.closure-withdrawn");
        }
        return new Closure(id, days, simulated, createdBy, createdAt, now, version);
    }

    Map<LocalDate, ClosedDay> closed() {
        return days.from().datesUntil(days.to().plusDays(1)).collect(Collectors.toMap(day -> day, this::closed));
    }

    private ClosedDay closed(LocalDate day) {
        return new ClosedDay(
                day, ClosedDay.Kind.LIBUR_DAERAH, days.reason(), days.reason(), List.of(), false, simulated);
    }
}
