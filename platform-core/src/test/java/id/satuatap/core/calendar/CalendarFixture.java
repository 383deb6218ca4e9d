package id.satuatap.core.calendar;

import id.satuatap.core.calendar.WorkingWeek.Hours;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Calendars with the closed days that all governments have. */
final class CalendarFixture {

    static final Holidays HOLIDAYS = new Holidays(JsonMapper.builder().build());
    static final WorkingCalendar WIB = calendar("Asia/Jakarta", Map.of());
    static final WorkingCalendar WIT = calendar("Asia/Jayapura", Map.of());

    private CalendarFixture() {}

    static WorkingCalendar calendar(String zone, Map<LocalDate, ClosedDay> more, WorkingWeek... weeks) {
        var closed = new HashMap<>(more);
        closed.putAll(HOLIDAYS.days());
        return new WorkingCalendar(
                ZoneId.of(zone),
                weeks.length == 0 ? List.of(WorkingWeek.USUAL) : List.of(weeks),
                closed,
                HOLIDAYS.firstYear(),
                HOLIDAYS.lastYear());
    }

    static WorkingCalendar sixDays() {
        return calendar("Asia/Jakarta", Map.of(), week(LocalDate.EPOCH, 6, "07:30", "14:00"));
    }

    /** The first days of the week, all with the same hours. */
    static WorkingWeek week(LocalDate from, int days, String opens, String closes) {
        var hours = new EnumMap<DayOfWeek, Hours>(DayOfWeek.class);
        for (int day = 1; day <= days; day++) {
            hours.put(DayOfWeek.of(day), new Hours(LocalTime.parse(opens), LocalTime.parse(closes)));
        }
        return new WorkingWeek(from, hours);
    }

    static WorkingCalendar.Deadline deadline(WorkingCalendar calendar, String from, int days) {
        return calendar.deadline(OffsetDateTime.parse(from).toInstant(), days);
    }
}
