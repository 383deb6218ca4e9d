package id.satuatap.core.office;

import id.satuatap.core.outbox.EventSubjects;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** An office is called by its name. */
@Component
class OfficeSubjects implements EventSubjects {

    private final Offices offices;

    OfficeSubjects(Offices offices) {
        this.offices = offices;
    }

    @Override
    public String kind() {
        return "office";
    }

    @Override
    public boolean areOf(String type) {
        return type.startsWith("office.");
    }

    @Override
    public Mono<Map<UUID, String>> names(Collection<UUID> ids) {
        return offices.names(ids);
    }
}
