package id.satuatap.core.document;

import id.satuatap.core.outbox.EventSubjects;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** A document is called by its file's name. */
@Component
class DocumentSubjects implements EventSubjects {

    private final DocumentRegister register;

    DocumentSubjects(DocumentRegister register) {
        this.register = register;
    }

    @Override
    public String kind() {
        return "document";
    }

    @Override
    public boolean areOf(String type) {
        return type.startsWith("document.");
    }

    @Override
    public Mono<Map<UUID, String>> names(Collection<UUID> ids) {
        return register.names(ids);
    }
}
