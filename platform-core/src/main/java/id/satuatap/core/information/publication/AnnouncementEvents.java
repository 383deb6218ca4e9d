package id.satuatap.core.information.publication;

import id.satuatap.core.outbox.Broadcast;
import id.satuatap.core.outbox.Event;
import id.satuatap.core.shared.Audience;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happens to announcements. Everybody may hear that something changed, and reads then what is public of it. */
sealed interface AnnouncementEvents extends Event {

    @Override
    default Broadcast broadcast() {
        return new Broadcast("announcement", Audience.everybody("announcements"));
    }

    /** @param since its first day */
    record Published(
            UUID subject, LocalDate since, @Nullable UUID office) implements AnnouncementEvents {

        @Override
        public String type() {
            return "announcement.published";
        }
    }

    /** @param since its first day */
    record Changed(UUID subject, LocalDate since, @Nullable UUID office) implements AnnouncementEvents {

        @Override
        public String type() {
            return "announcement.changed";
        }
    }

    record Withdrawn(UUID subject) implements AnnouncementEvents {

        @Override
        public String type() {
            return "announcement.withdrawn";
        }
    }
}
