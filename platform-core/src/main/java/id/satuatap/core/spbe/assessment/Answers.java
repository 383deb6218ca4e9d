package id.satuatap.core.spbe.assessment;

import id.satuatap.core.access.Actor;
import id.satuatap.core.outbox.Outbox;
import id.satuatap.core.shared.BadInput;
import id.satuatap.core.shared.Conflict;
import id.satuatap.core.shared.Precondition;
import id.satuatap.core.spbe.Indicator;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** The answers of an assessment, one indicator at a time. Who saves on top of an older version is told what is there now. */
@Service
@Transactional
class Answers {

    private final Assessments assessments;
    private final Questions questions;
    private final AnswerRepository repository;
    private final EvidenceRepository evidence;
    private final Outbox outbox;

    Answers(
            Assessments assessments,
            Questions questions,
            AnswerRepository repository,
            EvidenceRepository evidence,
            Outbox outbox) {
        this.assessments = assessments;
        this.questions = questions;
        this.repository = repository;
        this.evidence = evidence;
        this.outbox = outbox;
    }

    /** What somebody says of an indicator. */
    record Said(@Nullable BigDecimal level, String fact, String analysis) {}

    /** One indicator in the list of all. */
    record Line(
            int no,
            @Nullable BigDecimal level,
            int evidence,
            boolean explained,
            @Nullable Instant updatedAt) {}

    @Transactional(readOnly = true)
    Mono<List<Line>> list(UUID assessmentId) {
        return assessments
                .find(assessmentId)
                .flatMap(assessment -> Mono.zip(
                                repository.all(assessmentId).collectMap(Answer::indicator, Function.identity()),
                                evidence.counts(assessmentId))
                        .map(found -> questions.of(assessment).indicators().stream()
                                .map(indicator -> line(indicator.no(), found.getT1(), found.getT2()))
                                .toList()));
    }

    @Transactional(readOnly = true)
    Mono<IndicatorView> get(UUID assessmentId, int no) {
        return assessments
                .find(assessmentId)
                .doOnNext(assessment -> questions.indicator(assessment, no))
                .then(view(assessmentId, no));
    }

    /** When this person saved which indicator, the newest first. */
    @Transactional(readOnly = true)
    Mono<List<Map<String, Object>>> savedBy(UUID person) {
        return repository.savedBy(person).collectList();
    }

    /** Saves the next version of an answer, and tells what the assessment is worth with it. */
    Mono<IndicatorView> save(UUID assessmentId, int no, int seenVersion, Said said) {
        return Mono.zip(assessments.find(assessmentId), Actor.current()).flatMap(found -> {
            var assessment = found.getT1();
            check(assessment, questions.indicator(assessment, no), said);
            var actor = found.getT2();
            var level = said.level() == null ? null : said.level().stripTrailingZeros();
            var answer = new Answer(no, level, said.fact(), said.analysis(), seenVersion, actor.name(), null);
            return store(assessmentId, answer, actor.person())
                    .flatMap(saved -> Mono.zip(
                            tell(assessmentId, saved).thenReturn(saved),
                            view(assessmentId, no, Mono.just(saved)),
                            assessments.score(assessment)))
                    .map(kept -> kept.getT2().with(kept.getT3()));
        });
    }

    /** Nothing waits for it: on one connection what is sent later sees what was sent before. */
    private Mono<Void> tell(UUID assessment, Answer saved) {
        return outbox.append(new Events.AnswerSaved(assessment, saved.indicator(), saved.level(), saved.version()));
    }

    private Mono<Answer> store(UUID assessmentId, Answer answer, UUID by) {
        var stored = answer.version() == 0
                ? repository.insert(assessmentId, answer, by)
                : repository.update(assessmentId, answer, by);
        return stored.switchIfEmpty(view(assessmentId, answer.indicator())
                .flatMap(current -> Mono.error(Precondition.stale("answer.changed", current))));
    }

    private Mono<IndicatorView> view(UUID assessmentId, int no) {
        return view(assessmentId, no, repository.find(assessmentId, no).defaultIfEmpty(Answer.none(no)));
    }

    private Mono<IndicatorView> view(UUID assessmentId, int no, Mono<Answer> answer) {
        return Mono.zip(
                        answer,
                        evidence.of(assessmentId, no).collectList(),
                        repository.versions(assessmentId, no).collectList())
                .map(found -> IndicatorView.of(found.getT1(), found.getT2(), found.getT3()));
    }

    private static void check(Assessment assessment, Indicator indicator, Said said) {
        if (!assessment.open()) {
            throw new Conflict("assessment.closed");
        }
        if (said.level() != null && !indicator.accepts(said.level())) {
            var why = indicator.fractional() ? "fault.range" : "fault.level";
            throw new BadInput("level", why, Indicator.LOWEST_LEVEL, Indicator.HIGHEST_LEVEL);
        }
    }

    private static Line line(int no, Map<Integer, Answer> answers, Map<Integer, Integer> evidence) {
        var answer = answers.getOrDefault(no, Answer.none(no));
        var explained = !answer.fact().isBlank() && !answer.analysis().isBlank();
        return new Line(no, answer.level(), evidence.getOrDefault(no, 0), explained, answer.updatedAt());
    }
}
