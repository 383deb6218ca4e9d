package id.satuatap.core.spbe.assessment;

import id.satuatap.core.access.Requires;
import id.satuatap.core.shared.Page;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1/spbe/assessments")
class AssessmentController {

    @Schema(example = """
            {"year": 2026}""")
    record StartAssessment(
            @NotNull @Min(2018) @Max(2100) Integer year,
            @Size(max = 60) @Nullable String instrument) {}

    private final Assessments assessments;

    AssessmentController(Assessments assessments) {
        this.assessments = assessments;
    }

    @Requires(AssessmentPermissions.READ)
    @GetMapping
    Mono<Page<AssessmentView>> list() {
        return assessments.list().map(Page::whole);
    }

    @Requires(AssessmentPermissions.CREATE)
    @PostMapping
    Mono<ResponseEntity<AssessmentView>> start(
            @Valid @RequestBody StartAssessment request,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        return assessments
                .start(new Assessments.Start(request.year(), request.instrument()), key)
                .map(started -> ResponseEntity.created(URI.create("/api/v1/spbe/assessments/" + started.id()))
                        .body(started));
    }

    @Requires(AssessmentPermissions.READ)
    @GetMapping("/{assessment}")
    Mono<AssessmentView> get(@PathVariable UUID assessment) {
        return assessments.get(assessment);
    }
}
