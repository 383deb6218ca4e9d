package id.satuatap.core.spbe.assessment;

import id.satuatap.core.access.Actor;
import id.satuatap.core.outbox.Outbox;
import id.satuatap.core.shared.Ids;
import id.satuatap.core.shared.NotFound;
import id.satuatap.core.shared.RuleBroken;
import id.satuatap.core.spbe.Instrument;
import id.satuatap.core.spbe.Instruments;
import id.satuatap.core.spbe.Score;
import id.satuatap.core.tenancy.Idempotency;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** The tenant's assessments, each with what its answers are worth. */
@Service
@Transactional
class Assessments {

    private final AssessmentRepository repository;
    private final AnswerRepository answers;
    private final Instruments instruments;
    private final Questions questions;
    private final Idempotency idempotency;
    private final Outbox outbox;

    Assessments(
            AssessmentRepository repository,
            AnswerRepository answers,
            Instruments instruments,
            Questions questions,
            Idempotency idempotency,
            Outbox outbox) {
        this.repository = repository;
        this.answers = answers;
        this.instruments = instruments;
        this.questions = questions;
        this.idempotency = idempotency;
        this.outbox = outbox;
    }

    /** What is asked for when an assessment is started; without an instrument the one in force in that year is taken. */
    record Start(int year, @Nullable String instrument) {}

    Mono<AssessmentView> start(Start request, @Nullable String idempotencyKey) {
        var instrument = instrumentFor(request);
        return Actor.current().flatMap(actor -> {
            var effect = repository
                    .insert(
                            Ids.next(),
                            request.year(),
                            instrument.id(),
                            actor.tenantOrFail().simulated(),
                            actor.person())
                    .delayUntil(started -> outbox.append(
                            new Events.AssessmentStarted(started.id(), started.year(), started.instrument())));
            return idempotency
                    .once(actor.person().toString(), idempotencyKey, request, Assessment.class, effect)
                    .flatMap(this::view);
        });
    }

    @Transactional(readOnly = true)
    Mono<List<AssessmentView>> list() {
        return repository.all().concatMap(this::view).collectList();
    }

    /** What people call them. */
    @Transactional(readOnly = true)
    Mono<Map<UUID, String>> names(Collection<UUID> ids) {
        return ids.isEmpty() ? Mono.just(Map.of()) : repository.all(ids).collectMap(Assessment::id, this::name);
    }

    private String name(Assessment assessment) {
        return "SPBE %d (%s)"
                .formatted(
                        assessment.year(),
                        instruments.get(assessment.instrument()).shortName());
    }

    @Transactional(readOnly = true)
    Mono<AssessmentView> get(UUID id) {
        return find(id).flatMap(this::view);
    }

    /** The assessment; 404 when there is none, or when it is another tenant's, alike. */
    @Transactional(readOnly = true)
    Mono<Assessment> find(UUID id) {
        return repository.find(id).switchIfEmpty(Mono.error(() -> new NotFound("assessment.unknown")));
    }

    /** What the answers given so far are worth. */
    @Transactional(readOnly = true)
    Mono<Score> score(Assessment assessment) {
        return levels(assessment).map(levels -> questions.of(assessment).score(assessment.year(), levels));
    }

    @Transactional(readOnly = true)
    Mono<Map<Integer, BigDecimal>> levels(Assessment assessment) {
        return answers.levels(assessment.id());
    }

    /** How many indicators of an assessment have a level, of how many. */
    record Answered(int answered, int total) {}

    /** Of the newest one that is open; empty when none is. */
    @Transactional(readOnly = true)
    Mono<Answered> answered() {
        return repository
                .all()
                .filter(Assessment::open)
                .collectList()
                .flatMapIterable(open -> open)
                .next()
                .flatMap(newest -> levels(newest)
                        .map(levels -> new Answered(
                                levels.size(), questions.of(newest).indicators().size())));
    }

    private Mono<AssessmentView> view(Assessment assessment) {
        var total = questions.of(assessment).indicators().size();
        return score(assessment).map(score -> AssessmentView.of(assessment, total, score));
    }

    private Instrument instrumentFor(Start request) {
        if (request.instrument() == null) {
            return instruments.inForce(request.year());
        }
        var chosen = instruments.get(request.instrument());
        if (!chosen.about().validYears().contains(request.year())
                && !chosen.equals(instruments.inForce(request.year()))) {
            throw new RuleBroken("assessment.instrument-year", request.year());
        }
        return chosen;
    }
}
