package id.satuatap.core.spbe.assessment;

import id.satuatap.core.access.Requires;
import id.satuatap.core.document.Documents;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1")
class EvidenceController {

    private static final String EVIDENCE = "/spbe/assessments/{assessment}/indicators/{no}/evidence";

    private final EvidenceFiles evidence;
    private final Documents documents;

    EvidenceController(EvidenceFiles evidence, Documents documents) {
        this.evidence = evidence;
        this.documents = documents;
    }

    /** Takes the bytes of the body as they come; what they are is read from them. */
    @Requires(AssessmentPermissions.ANSWER)
    @PostMapping(EVIDENCE)
    @ResponseStatus(HttpStatus.CREATED)
    Mono<IndicatorView.EvidenceView> add(
            @PathVariable UUID assessment,
            @PathVariable int no,
            @RequestParam String name,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            ServerHttpRequest request) {
        Flux<DataBuffer> content = request.getBody();
        return evidence.checkOpen(assessment, no)
                .then(documents.receive(
                        name,
                        EvidenceDocuments.PURPOSE,
                        content,
                        document -> evidence.add(assessment, no, document, key)));
    }

    @Requires(AssessmentPermissions.ANSWER)
    @DeleteMapping(EVIDENCE + "/{evidence}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> remove(@PathVariable UUID assessment, @PathVariable int no, @PathVariable UUID evidence) {
        return this.evidence.remove(assessment, no, evidence);
    }
}
