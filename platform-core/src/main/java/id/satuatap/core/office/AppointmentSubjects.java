package id.satuatap.core.office;

import id.satuatap.core.outbox.EventSubjects;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** An appointment is called by the name of who is appointed; events name it beside its office. */
@Component
class AppointmentSubjects implements EventSubjects {

    private final Posts posts;

    AppointmentSubjects(Posts posts) {
        this.posts = posts;
    }

    @Override
    public String kind() {
        return "appointment";
    }

    @Override
    public boolean areOf(String type) {
        return false;
    }

    @Override
    public Mono<Map<UUID, String>> names(Collection<UUID> ids) {
        return posts.appointed(ids);
    }
}
