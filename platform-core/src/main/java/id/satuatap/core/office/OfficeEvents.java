package id.satuatap.core.office;

import id.satuatap.core.outbox.Event;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happens to offices and to the posts in them. */
sealed interface OfficeEvents extends Event {

    /** An office became part of another one, or of none. */
    record Moved(UUID subject, @Nullable UUID office) implements OfficeEvents {

        @Override
        public String type() {
            return "office.moved";
        }
    }

    /** An office ended, and this one goes on with its work. */
    record Succeeded(UUID subject, UUID office, LocalDate since) implements OfficeEvents {

        @Override
        public String type() {
            return "office.succeeded";
        }
    }

    /** The subject is the office. */
    record PostMade(UUID subject, UUID post) implements OfficeEvents {

        @Override
        public String type() {
            return "office.post-made";
        }
    }

    /** The subject is the office. */
    record Appointed(UUID subject, UUID post, UUID appointment) implements OfficeEvents {

        @Override
        public String type() {
            return "office.appointed";
        }
    }

    /** The subject is the office. */
    record AppointmentEnded(UUID subject, UUID post, UUID appointment) implements OfficeEvents {

        @Override
        public String type() {
            return "office.appointment-ended";
        }
    }
}
