package id.satuatap.core.spbe.assessment;

import id.satuatap.core.access.Actor;
import id.satuatap.core.outbox.Outbox;
import id.satuatap.core.shared.Ids;
import id.satuatap.core.shared.RuleBroken;
import id.satuatap.core.tenancy.Idempotency;
import id.satuatap.core.tenancy.Tenant;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Sharing with the province: the coordinator's act, kept here; the copy is delivered afterwards ({@link SharingDelivery}). */
@Service
@Transactional
class Sharing {

    private final Assessments assessments;
    private final Questions questions;
    private final AssessmentRepository repository;
    private final SharingRepository sharings;
    private final Outbox outbox;
    private final Idempotency idempotency;

    Sharing(
            Assessments assessments,
            Questions questions,
            AssessmentRepository repository,
            SharingRepository sharings,
            Outbox outbox,
            Idempotency idempotency) {
        this.assessments = assessments;
        this.questions = questions;
        this.repository = repository;
        this.sharings = sharings;
        this.outbox = outbox;
        this.idempotency = idempotency;
    }

    record Receipt(Instant sharedAt, Province province) {}

    record Province(String slug, String name) {}

    /** Shares with the province of the one who asks. */
    Mono<Receipt> share(UUID assessmentId, Tenant province, @Nullable String idempotencyKey) {
        return Mono.zip(assessments.find(assessmentId), Actor.current()).flatMap(found -> {
            var actor = found.getT2();
            var effect = share(found.getT1(), actor, province);
            return idempotency.once(actor.person().toString(), idempotencyKey, assessmentId, Receipt.class, effect);
        });
    }

    /** What was shared, read back for its delivery. */
    @Transactional(readOnly = true)
    Mono<SharingRepository.Shared> get(UUID sharing) {
        return sharings.find(sharing);
    }

    private Mono<Receipt> share(Assessment assessment, Actor actor, Tenant province) {
        var at = Instant.now().truncatedTo(ChronoUnit.MICROS);
        return snapshot(assessment, actor.tenantOrFail())
                .map(snapshot -> new SharingRepository.Shared(Ids.next(), assessment.id(), province.id(), snapshot, at))
                .delayUntil(shared -> sharings.insert(shared, actor.person()))
                .delayUntil(shared -> repository.shared(assessment.id(), at))
                .delayUntil(shared ->
                        outbox.append(new Events.AssessmentShared(assessment.id(), shared.id(), province.id())))
                .thenReturn(new Receipt(at, new Province(province.slug(), province.name())));
    }

    private Mono<Snapshot> snapshot(Assessment assessment, Tenant tenant) {
        var instrument = questions.of(assessment);
        return assessments.levels(assessment).map(levels -> {
            if (levels.isEmpty()) {
                throw new RuleBroken("sharing.empty");
            }
            var score = instrument.score(assessment.year(), levels);
            return Snapshot.of(
                    tenant, assessment, score, levels, instrument.indicators().size());
        });
    }
}
