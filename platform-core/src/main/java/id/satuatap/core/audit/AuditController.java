package id.satuatap.core.audit;

import id.satuatap.core.access.Person;
import id.satuatap.core.access.Persons;
import id.satuatap.core.access.Requires;
import id.satuatap.core.shared.Page;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
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
    private final Persons persons;
    private final JsonMapper json;

    AuditController(AuditTrail trail, Persons persons, JsonMapper json) {
        this.trail = trail;
        this.persons = persons;
        this.json = json;
    }

    /** What was changed and refused in this tenant, newest first. */
    @Requires(AuditPermissions.READ)
    @GetMapping
    Mono<Page<EntryView>> list(
            @RequestParam(required = false) @Nullable Long after,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) Entry.@Nullable Kind kind) {
        var most = Page.limit(limit);
        return trail.before(Page.after(after, Long.MAX_VALUE), kind, most + 1)
                .zipWhen(lines -> persons.all(actors(lines)))
                .map(found -> Page.of(
                        found.getT1().stream()
                                .map(line -> view(line, found.getT2()))
                                .toList(),
                        most,
                        line -> String.valueOf(line.position())));
    }

    private static Set<UUID> actors(List<AuditRepository.Line> lines) {
        return lines.stream()
                .map(AuditRepository.Line::actor)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    private EntryView view(AuditRepository.Line line, Map<UUID, Person> persons) {
        var person = persons.get(line.actor());
        return new EntryView(
                line.position(),
                line.at(),
                line.kind(),
                line.action(),
                person == null ? null : person.name(),
                line.subject(),
                json.readTree(line.data()));
    }
}
