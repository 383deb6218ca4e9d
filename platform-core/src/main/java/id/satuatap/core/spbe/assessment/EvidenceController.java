package id.satuatap.core.spbe.assessment;

import id.satuatap.core.access.Requires;
import id.satuatap.core.document.Documents;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
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

    private static final int BUFFER_SIZE = 64 * 1024;
    private static final DefaultDataBufferFactory BUFFERS = new DefaultDataBufferFactory();

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
                .then(documents.receive(name, content, document -> evidence.add(assessment, no, document, key)));
    }

    @Requires(AssessmentPermissions.ANSWER)
    @DeleteMapping(EVIDENCE + "/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> remove(@PathVariable UUID assessment, @PathVariable int no, @PathVariable UUID id) {
        return evidence.remove(assessment, no, id);
    }

    /** The file itself and whole, to be saved and never shown in place: it comes from outside. Ranges are not served. */
    @Requires(AssessmentPermissions.READ)
    @GetMapping("/documents/{id}/content")
    Mono<ResponseEntity<Flux<DataBuffer>>> content(@PathVariable UUID id) {
        return evidence.checkReadable(id)
                .then(documents.get(id))
                .map(found -> ResponseEntity.ok()
                        .contentType(MediaType.parseMediaType(found.document().mediaType()))
                        .contentLength(found.document().size())
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                ContentDisposition.attachment()
                                        .filename(found.document().name(), StandardCharsets.UTF_8)
                                        .build()
                                        .toString())
                        .header("X-Content-Type-Options", "nosniff")
                        .header("Content-Security-Policy", "default-src 'none'; sandbox")
                        .body(DataBufferUtils.read(found.bytes(), BUFFERS, BUFFER_SIZE)));
    }
}
