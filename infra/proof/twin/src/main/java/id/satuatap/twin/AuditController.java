package id.satuatap.twin;

import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** The tenant's list that has pages: its record of changes. Only what is about assessments has names here. */
@RestController
@RequestMapping("/api/v1/audit")
class AuditController {

    record Page(List<EntryView> items, @Nullable String next) {}

    record EntryView(
            long position,
            Instant at,
            String kind,
            String action,
            @Nullable String actor,
            @Nullable PersonView person,
            What object,
            String subject,
            Map<String, String> detail) {}

    record PersonView(UUID id, @Nullable String email, boolean machine, boolean member, Set<String> roles) {}

    record What(String kind, String id, @Nullable String name) {}

    private static final Set<String> READERS = Set.of("tenant-admin", "coordinator", "data-protection-officer");

    private final AuditRepository repository;
    private final TenantTransactions transactions;
    private final JsonMapper json;

    AuditController(AuditRepository repository, TenantTransactions transactions, JsonMapper json) {
        this.repository = repository;
        this.transactions = transactions;
        this.json = json;
    }

    @GetMapping
    Page list(
            @RequestAttribute("id.satuatap.twin.Caller") Caller caller,
            @RequestParam(required = false) @Nullable Long after,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String kind) {
        caller.needOneOf(READERS);
        int most = limit == null ? 50 : limit;
        if (most < 1 || most > 200) {
            throw new Refused(400, "request.invalid");
        }
        var before = after == null ? Long.MAX_VALUE : after;
        return transactions.read(
                caller.tenant().id().toString(),
                () -> page(before, kind, most, ZoneId.of(caller.tenant().zone())));
    }

    private Page page(long before, @Nullable String kind, int most, ZoneId zone) {
        var found = repository.before(before, kind, most + 1);
        var lines = found.subList(0, Math.min(most, found.size()));
        var next = found.size() <= most ? null : String.valueOf(lines.getLast().position());
        if (lines.isEmpty()) {
            return new Page(List.of(), next);
        }
        var actors = lines.stream()
                .map(AuditRepository.Line::actor)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        var people = repository.people(actors);
        var memberships = repository.memberships(actors);
        var assessments = repository.assessments(
                lines.stream().map(line -> UUID.fromString(line.subject())).collect(Collectors.toSet()));
        return new Page(
                lines.stream()
                        .map(line -> view(line, people.get(line.actor()), memberships, assessments, zone))
                        .toList(),
                next);
    }

    private EntryView view(
            AuditRepository.Line line,
            AuditRepository.@Nullable Person person,
            Map<UUID, List<AuditRepository.Membership>> memberships,
            Map<UUID, String> assessments,
            ZoneId zone) {
        var name = assessments.get(UUID.fromString(line.subject()));
        return new EntryView(
                line.position(),
                line.at(),
                line.kind(),
                line.action(),
                person == null ? null : person.name(),
                person == null ? null : view(person, memberships.getOrDefault(person.id(), List.of()), line.at(), zone),
                new What("assessment", line.subject(), name),
                line.subject(),
                detail(line));
    }

    private static PersonView view(
            AuditRepository.Person person, List<AuditRepository.Membership> memberships, Instant at, ZoneId zone) {
        var day = at.atZone(zone).toLocalDate();
        var roles = memberships.stream()
                .filter(held -> !held.from().isAfter(day)
                        && (held.to() == null || !held.to().isBefore(day))
                        && (held.ended() == null || held.ended().isAfter(at)))
                .map(AuditRepository.Membership::role)
                .collect(Collectors.toUnmodifiableSet());
        return new PersonView(person.id(), person.email(), person.machine(), !roles.isEmpty(), roles);
    }

    /** Facts in words: an id says nothing to a reader. */
    private Map<String, String> detail(AuditRepository.Line line) {
        var detail = new HashMap<String, String>();
        for (var fact : json.readTree(line.data()).properties()) {
            var text = fact.getValue().isValueNode()
                    ? fact.getValue().asString()
                    : fact.getValue().toString();
            if (!text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
                detail.put(fact.getKey(), text);
            }
        }
        return detail;
    }
}
