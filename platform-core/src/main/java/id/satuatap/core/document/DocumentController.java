package id.satuatap.core.document;

import id.satuatap.core.access.SignedIn;
import id.satuatap.core.shared.Sentences;
import id.satuatap.core.shared.Unacceptable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRange;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Who reads a document is asked of the document itself, once it is known: see {@link DocumentReading}. */
@RestController
@RequestMapping("/api/v1/documents/{document}")
class DocumentController {

    private final DocumentReading documents;
    private final MessageSource sentences = Sentences.of("problems");

    DocumentController(DocumentReading documents) {
        this.documents = documents;
    }

    @Schema(example = """
            {"id": "019ad5b2-7c1e-7a53-9d8b-2f4c6e8a0b1d", "name": "Peraturan Bupati SPBE.pdf", "mediaType": "application/pdf", "size": 482113,
             "classification": "RESTRICTED", "state": "KEPT", "scannedAt": null, "notes": ["Belum diperiksa virus."],
             "addedAt": "2026-03-02T02:15:00Z"}""")
    record DocumentView(
            UUID id,
            String name,
            String mediaType,
            long size,
            Classification classification,
            Condition.State state,
            @Nullable Instant scannedAt,

            @Schema(description = "What to know before opening it, in the caller's language")
            List<String> notes,

            Instant addedAt) {}

    @Operation(
            summary = "What is known of a document",
            description = "Its kind, state, and what to know before opening it.")
    @SignedIn
    @GetMapping
    Mono<DocumentView> document(
            @PathVariable UUID document,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String language) {
        return documents.get(document).map(found -> view(found, Sentences.language(language)));
    }

    @Operation(
            summary = "The file itself",
            description = "Always as a download. Ranges are served (206, 416); the ETag is the hash of the bytes.")
    @SignedIn
    @GetMapping(path = "/content", produces = MediaType.ALL_VALUE)
    Mono<ResponseEntity<Resource>> content(
            @PathVariable UUID document,
            @RequestHeader(name = HttpHeaders.RANGE, required = false) @Nullable String range) {
        return documents.content(document).map(found -> download(found, range));
    }

    @Operation(
            summary = "A page of the document as a picture",
            description = "PDF: one of the first 20 pages, as PNG. Pictures: page 1. Other kinds have none: 404.")
    @SignedIn
    @GetMapping(path = "/preview", produces = MediaType.ALL_VALUE)
    Mono<ResponseEntity<Resource>> preview(
            @PathVariable UUID document,
            @RequestParam(defaultValue = "1") int page,
            @RequestHeader(name = HttpHeaders.RANGE, required = false) @Nullable String range) {
        return documents.rendition(document, Rendition.preview(page)).map(found -> download(found, range));
    }

    @Operation(summary = "A small picture of the document", description = "At most 320 points on its longer side.")
    @SignedIn
    @GetMapping(path = "/thumbnail", produces = MediaType.ALL_VALUE)
    Mono<ResponseEntity<Resource>> thumbnail(
            @PathVariable UUID document,
            @RequestHeader(name = HttpHeaders.RANGE, required = false) @Nullable String range) {
        return documents.rendition(document, Rendition.thumbnail()).map(found -> download(found, range));
    }

    private DocumentView view(Document document, Locale language) {
        var condition = document.condition();
        return new DocumentView(
                document.id(),
                document.name(),
                document.mediaType(),
                document.size(),
                document.purpose().classification(),
                condition.state(),
                condition.scannedAt(),
                condition.notes().stream()
                        .map(note -> sentences.getMessage("document.note." + note, null, language))
                        .toList(),
                document.addedAt());
    }

    /** To be saved, and never shown in our origin: it comes from outside. */
    private static ResponseEntity<Resource> download(DocumentReading.Content found, @Nullable String range) {
        checkRange(range, found.bytes());
        var document = found.document();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(document.mediaType()))
                .eTag(document.sha256())
                .cacheControl(CacheControl.noCache().cachePrivate())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(document.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .body(found.bytes());
    }

    /** Spring would refuse it without a word. */
    private static void checkRange(@Nullable String range, Resource bytes) {
        try {
            HttpRange.toResourceRegions(HttpRange.parseRanges(range), bytes);
        } catch (IllegalArgumentException none) {
            throw new Unacceptable(Unacceptable.Reason.RANGE, "document.range");
        }
    }
}
