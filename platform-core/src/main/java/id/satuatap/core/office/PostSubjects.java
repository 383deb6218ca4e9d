package id.satuatap.core.office;

import id.satuatap.core.outbox.EventSubjects;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** A post is called by its name; events name it beside its office. */
@Component
class PostSubjects implements EventSubjects {

    private final Posts posts;

    PostSubjects(Posts posts) {
        this.posts = posts;
    }

    @Override
    public String kind() {
        return "post";
    }

    @Override
    public boolean areOf(String type) {
        return false;
    }

    @Override
    public Mono<Map<UUID, String>> names(Collection<UUID> ids) {
        return posts.names(ids);
    }
}
