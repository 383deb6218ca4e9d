package id.satuatap.core.document;

import id.satuatap.core.access.Actor;
import id.satuatap.core.shared.Conflict;
import id.satuatap.core.shared.Forbidden;
import id.satuatap.core.shared.NotFound;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The one way out for files: to the audience that their feature gave them, as long as it shows them, unless they are in quarantine. */
@Component
class DocumentReading {

    private final DocumentRegister register;
    private final Renditions renditions;
    private final FileStore files;
    private final Map<String, DocumentOwner> owners;

    DocumentReading(DocumentRegister register, Renditions renditions, FileStore files, List<DocumentOwner> owners) {
        this.register = register;
        this.renditions = renditions;
        this.files = files;
        this.owners =
                owners.stream().collect(Collectors.toUnmodifiableMap(DocumentOwner::feature, Function.identity()));
    }

    /** A file with its bytes. */
    record Content(Document document, Resource bytes) {}

    /** 404 for another tenant's document, for none, and for one that its feature shows no more, alike. */
    Mono<Document> get(UUID id) {
        return Actor.current()
                .doOnNext(DocumentReading::checkTenant)
                .flatMap(actor -> register.find(id).doOnNext(document -> checkAudience(actor, document)))
                .filterWhen(document -> owners.containsKey(document.purpose().feature())
                        ? owners.get(document.purpose().feature()).shows(document)
                        : Mono.just(false))
                .switchIfEmpty(Mono.error(() -> new NotFound("document.unknown")));
    }

    Mono<Content> content(UUID id) {
        return get(id).flatMap(this::open);
    }

    Mono<Content> rendition(UUID id, Rendition rendition) {
        return get(id).doOnNext(DocumentReading::checkKept)
                .flatMap(document -> renditions.get(document, rendition))
                .flatMap(this::open);
    }

    private Mono<Content> open(Document document) {
        checkKept(document);
        return Actor.current()
                .map(actor ->
                        new Content(document, files.open(actor.tenantOrFail().tenantId(), document.id())));
    }

    private static void checkTenant(Actor actor) {
        if (actor.tenant() == null) {
            throw new Forbidden("access.not-a-member");
        }
    }

    private static void checkAudience(Actor actor, Document document) {
        if (!actor.belongsTo(document.purpose().audience())) {
            throw new Forbidden(actor.roles().isEmpty() ? "access.not-a-member" : "access.denied");
        }
    }

    private static void checkKept(Document document) {
        if (!document.condition().kept()) {
            throw new Conflict("document.quarantined");
        }
    }
}
