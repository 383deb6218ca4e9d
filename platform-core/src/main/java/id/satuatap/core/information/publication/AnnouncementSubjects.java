package id.satuatap.core.information.publication;

import id.satuatap.core.outbox.EventSubjects;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** An announcement is called by its title. */
@Component
class AnnouncementSubjects implements EventSubjects {

    private final Announcements announcements;

    AnnouncementSubjects(Announcements announcements) {
        this.announcements = announcements;
    }

    @Override
    public String kind() {
        return "announcement";
    }

    @Override
    public boolean areOf(String type) {
        return type.startsWith("announcement.");
    }

    @Override
    public Mono<Map<UUID, String>> names(Collection<UUID> ids) {
        return announcements.titles(ids);
    }
}
