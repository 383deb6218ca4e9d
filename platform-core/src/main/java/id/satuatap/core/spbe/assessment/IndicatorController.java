package id.satuatap.core.spbe.assessment;

import id.satuatap.core.access.Requires;
import id.satuatap.core.shared.Multiline;
import id.satuatap.core.shared.Page;
import id.satuatap.core.shared.Versions;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1/spbe/assessments/{assessment}/indicators")
class IndicatorController {

    /** A level of null says: not decided yet. */
    @Schema(example = """
            {"level": 3, "fact": "Perbup 12/2025 pasal 3, halaman 4", "analysis": "Berlaku bagi seluruh perangkat daerah."}""")
    record SaveAnswer(
            @Nullable BigDecimal level,
            @NotNull @Size(max = Answer.LONGEST) @Multiline String fact,
            @NotNull @Size(max = Answer.LONGEST) @Multiline String analysis) {}

    private final Answers answers;

    IndicatorController(Answers answers) {
        this.answers = answers;
    }

    @Requires(AssessmentPermissions.READ)
    @GetMapping
    Mono<Page<Answers.Line>> list(@PathVariable UUID assessment) {
        return answers.list(assessment).map(Page::whole);
    }

    @Requires(AssessmentPermissions.READ)
    @GetMapping("/{no}")
    Mono<ResponseEntity<IndicatorView>> get(@PathVariable UUID assessment, @PathVariable int no) {
        return answers.get(assessment, no).map(IndicatorController::tagged);
    }

    @Requires(AssessmentPermissions.ANSWER)
    @PutMapping("/{no}")
    Mono<ResponseEntity<IndicatorView>> save(
            @PathVariable UUID assessment,
            @PathVariable int no,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody SaveAnswer request) {
        var said = new Answers.Said(request.level(), request.fact(), request.analysis());
        return answers.save(assessment, no, Versions.seen(ifMatch), said).map(IndicatorController::tagged);
    }

    private static ResponseEntity<IndicatorView> tagged(IndicatorView view) {
        return ResponseEntity.ok().eTag(Versions.etag(view.version())).body(view);
    }
}
