package id.satuatap.core.audit;

import id.satuatap.core.access.Permission;
import id.satuatap.core.access.Requires;
import id.satuatap.core.shared.Page;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@RestController
@RequestMapping("/api/v1/audit")
class AuditController {

    record EntryView(
            long position,
            Instant at,
            Entry.Kind kind,
            String action,
            @Nullable String actor,
            @Nullable String subject,
            JsonNode detail) {}

    private final AuditTrail trail;
    private final JsonMapper json;

    AuditController(AuditTrail trail, JsonMapper json) {
        this.trail = trail;
        this.json = json;
    }

    /** What was changed and refused in this tenant, newest first. */
    @Requires(Permission.AUDIT_READ)
    @GetMapping
    Mono<Page<EntryView>> list(
            @RequestParam(required = false) @Nullable Long after,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) Entry.@Nullable Kind kind) {
        var most = Page.limit(limit);
        return trail.before(Page.after(after, Long.MAX_VALUE), kind, most + 1)
                .map(lines -> Page.of(
                        lines.stream().map(this::view).toList(), most, line -> String.valueOf(line.position())));
    }

    private EntryView view(AuditRepository.Line line) {
        return new EntryView(
                line.position(),
                line.at(),
                line.kind(),
                line.action(),
                line.actorName() == null ? line.actor() : line.actorName(),
                line.subject(),
                json.readTree(line.data()));
    }
}
