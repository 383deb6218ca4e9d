package id.satuatap.core.spbe.assessment;

import id.satuatap.core.outbox.EventSubjects;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** A piece of evidence is called by its file's name. Events are about its assessment, and tell it beside. */
@Component
class EvidenceSubjects implements EventSubjects {

    private final EvidenceFiles evidence;

    EvidenceSubjects(EvidenceFiles evidence) {
        this.evidence = evidence;
    }

    @Override
    public String kind() {
        return "evidence";
    }

    @Override
    public boolean areOf(String type) {
        return false;
    }

    @Override
    public Mono<Map<UUID, String>> names(Collection<UUID> ids) {
        return evidence.names(ids);
    }
}
