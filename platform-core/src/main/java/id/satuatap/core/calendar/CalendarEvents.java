package id.satuatap.core.calendar;

import id.satuatap.core.outbox.Event;
import java.time.LocalDate;
import java.util.UUID;

/** What happens to the working calendar. */
sealed interface CalendarEvents extends Event {

    /** A closure was recorded. */
    record Closed(UUID subject, LocalDate since, LocalDate until) implements CalendarEvents {

        @Override
        public String type() {
            return "calendar.closure-added";
        }
    }

    /** A closure was withdrawn: its days are worked again. */
    record Reopened(UUID subject, LocalDate since, LocalDate until) implements CalendarEvents {

        @Override
        public String type() {
            return "calendar.closure-withdrawn";
        }
    }

    /** @param since the first day of the week that was set */
    record WeekSet(UUID subject, LocalDate since) implements CalendarEvents {

        @Override
        public String type() {
            return "calendar.week-set";
        }
    }
}
