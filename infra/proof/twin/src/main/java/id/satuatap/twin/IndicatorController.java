package id.satuatap.twin;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Saves an indicator's answer with its history and its event, in one transaction. */
@RestController
@RequestMapping("/api/v1/spbe/assessments/{assessment}/indicators")
class IndicatorController {

    record SaveAnswer(
            @Nullable BigDecimal level,
            @NotNull @Size(max = 4000) String fact,
            @NotNull @Size(max = 4000) String analysis) {}

    record AnswerSaved(
            UUID subject, int indicator, @Nullable BigDecimal level, int version) {

        public String type() {
            return "spbe.answer-saved";
        }
    }

    private static final Set<String> WRITERS = Set.of("internal-assessor", "data-entry");

    private final AnswerRepository repository;
    private final Instruments instruments;
    private final TenantTransactions transactions;
    private final JsonMapper json;

    IndicatorController(
            AnswerRepository repository, Instruments instruments, TenantTransactions transactions, JsonMapper json) {
        this.repository = repository;
        this.instruments = instruments;
        this.transactions = transactions;
        this.json = json;
    }

    @PutMapping("/{no}")
    ResponseEntity<IndicatorView> save(
            @RequestAttribute("id.satuatap.twin.Caller") Caller caller,
            @PathVariable UUID assessment,
            @PathVariable int no,
            @RequestHeader(HttpHeaders.IF_MATCH) String ifMatch,
            @RequestHeader(name = "X-Request-Id", required = false) @Nullable String requestId,
            @Valid @RequestBody SaveAnswer request) {
        caller.needOneOf(WRITERS);
        if (!ifMatch.matches("\"\\d{1,9}\"")) {
            throw new Refused(400, "request.invalid");
        }
        int seen = Integer.parseInt(ifMatch, 1, ifMatch.length() - 1, 10);
        var level = request.level() == null ? null : request.level().stripTrailingZeros();
        var answer = new AnswerRepository.Answer(no, level, request.fact(), request.analysis(), seen, null, null);
        var event = UuidCreator.getTimeOrderedEpoch();
        var view = transactions.write(
                caller.tenant().id().toString(), () -> save(assessment, answer, event, caller, requestId));
        repository.announce(caller.tenant().id(), event);
        return ResponseEntity.ok().eTag("\"" + view.version() + "\"").body(view);
    }

    private IndicatorView save(
            UUID id, AnswerRepository.Answer answer, UUID eventId, Caller caller, @Nullable String requestId) {
        var assessment = repository.assessment(id).orElseThrow(() -> new Refused(404, "assessment.unknown"));
        var instrument = instruments.get(assessment.instrument());
        check(assessment, instrument, answer);
        var saved = (answer.version() == 0
                        ? repository.insert(id, answer, caller.person())
                        : repository.update(id, answer, caller.person()))
                .orElseThrow(() -> new Refused(412, "answer.changed"));
        var event = new AnswerSaved(id, saved.indicator(), saved.level(), saved.version());
        repository.append(eventId, id, json.writeValueAsString(event), caller.person(), requestId);
        return new IndicatorView(
                saved.indicator(),
                saved.level(),
                saved.fact(),
                saved.analysis(),
                saved.version(),
                saved.updatedAt(),
                saved.updatedBy(),
                repository.evidence(id, saved.indicator()),
                repository.versions(id, saved.indicator()),
                instrument.score(assessment.year(), repository.levels(id)));
    }

    private static void check(
            AnswerRepository.Assessment assessment, Instrument instrument, AnswerRepository.Answer answer) {
        if (!assessment.stage().equals("FILLING")) {
            throw new Refused(409, "assessment.closed");
        }
        if (instrument.indicators().stream().noneMatch(indicator -> indicator.no() == answer.indicator())) {
            throw new Refused(404, "indicator.unknown");
        }
        var level = answer.level();
        if (level != null && (level.scale() > 0 || level.signum() <= 0 || level.compareTo(BigDecimal.valueOf(5)) > 0)) {
            throw new Refused(400, "request.invalid");
        }
    }
}
