package id.satuatap.core.information.publication;

import id.satuatap.core.privacy.PersonalData;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Which announcements somebody published. What they say is the government's. */
@Component
class AnnouncementData implements PersonalData {

    private final Announcements announcements;

    AnnouncementData(Announcements announcements) {
        this.announcements = announcements;
    }

    @Override
    public String kind() {
        return "announcements";
    }

    @Override
    public Mono<List<Map<String, Object>>> of(UUID person) {
        return announcements.publishedBy(person);
    }
}
