package id.satuatap.core.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The days of a week on which a government works, and its hours on each, from a day on. The week before stays what it was.
 *
 * @param validFrom its first day
 * @param hours of the days that are worked; a day that is not there is free
 */
public record WorkingWeek(LocalDate validFrom, Map<DayOfWeek, Hours> hours) {

    /** Holds where a government set none: Peraturan Presiden 21/2023 (37.5 hours without breaks, Monday to Friday, from 07.30). */
    public static final WorkingWeek USUAL = usual();

    /** From when to when offices are open on a day. */
    public record Hours(LocalTime opens, LocalTime closes) {

        public Hours {
            if (!opens.isBefore(closes)) {
                throw new IllegalArgumentException("closes before it opens");
            }
        }
    }

    public WorkingWeek {
        hours = Map.copyOf(hours);
        if (hours.isEmpty()) {
            throw new IllegalArgumentException("a week without work");
        }
    }

    /** Null on a free day. */
    @Nullable
    Hours on(LocalDate day) {
        return hours.get(day.getDayOfWeek());
    }

    /** Whether it holds since ever: no government set it. */
    boolean isUsual() {
        return validFrom.equals(LocalDate.EPOCH);
    }

    private static WorkingWeek usual() {
        var opens = LocalTime.of(7, 30);
        var hours = new EnumMap<DayOfWeek, Hours>(DayOfWeek.class);
        for (int day = 1; day <= 4; day++) {
            hours.put(DayOfWeek.of(day), new Hours(opens, LocalTime.of(16, 0)));
        }
        hours.put(DayOfWeek.FRIDAY, new Hours(opens, LocalTime.of(16, 30)));
        return new WorkingWeek(LocalDate.EPOCH, hours);
    }
}
