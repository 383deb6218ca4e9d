package id.satuatap.core.spbe.assessment;

import id.satuatap.core.access.Actor;
import id.satuatap.core.document.Document;
import id.satuatap.core.document.Documents;
import id.satuatap.core.outbox.Outbox;
import id.satuatap.core.shared.Conflict;
import id.satuatap.core.shared.Ids;
import id.satuatap.core.shared.NotFound;
import id.satuatap.core.tenancy.Idempotency;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Which files prove what. A removed one stays in the record, and is no longer shown. */
@Service
@Transactional
class EvidenceFiles {

    private final Assessments assessments;
    private final Questions questions;
    private final EvidenceRepository repository;
    private final Documents documents;
    private final Idempotency idempotency;
    private final Outbox outbox;

    EvidenceFiles(
            Assessments assessments,
            Questions questions,
            EvidenceRepository repository,
            Documents documents,
            Idempotency idempotency,
            Outbox outbox) {
        this.assessments = assessments;
        this.questions = questions;
        this.repository = repository;
        this.documents = documents;
        this.idempotency = idempotency;
        this.outbox = outbox;
    }

    /** Refuses before any byte is received when there is nothing to add evidence to. */
    @Transactional(readOnly = true)
    Mono<Void> checkOpen(UUID assessmentId, int no) {
        return assessments
                .find(assessmentId)
                .doOnNext(assessment -> questions.indicator(assessment, no))
                .filter(Assessment::open)
                .switchIfEmpty(Mono.error(() -> new Conflict("assessment.closed")))
                .then();
    }

    /** What makes an upload the same as another: where to, which name, which bytes. */
    private record Upload(UUID assessment, int indicator, String name, String sha256) {}

    Mono<IndicatorView.EvidenceView> add(
            UUID assessmentId, int no, Document document, @Nullable String idempotencyKey) {
        var id = Ids.next();
        var effect = documents
                .register(document)
                .then(repository.insert(id, assessmentId, no, document.id()))
                .then(outbox.append(new Events.EvidenceAdded(assessmentId, no, id, document.id())))
                .then(repository.find(id));
        var upload = new Upload(assessmentId, no, document.name(), document.sentSha256());
        return idempotency.once(
                document.addedBy().toString(), idempotencyKey, upload, IndicatorView.EvidenceView.class, effect);
    }

    Mono<Void> remove(UUID assessmentId, int no, UUID id) {
        return checkOpen(assessmentId, no)
                .then(Actor.current())
                .flatMap(actor -> repository.remove(assessmentId, no, id, actor.person()))
                .filter(removed -> removed)
                .switchIfEmpty(Mono.error(() -> new NotFound("evidence.unknown")))
                .then(outbox.append(new Events.EvidenceRemoved(assessmentId, no, id)));
    }

    /** What people call these pieces. */
    @Transactional(readOnly = true)
    Mono<Map<UUID, String>> names(Collection<UUID> ids) {
        return ids.isEmpty() ? Mono.just(Map.of()) : repository.names(ids);
    }

    @Transactional(readOnly = true)
    Mono<Boolean> uses(UUID document) {
        return repository.uses(document);
    }
}
