package id.satuatap.core.audit;

import id.satuatap.core.access.Actor;
import id.satuatap.core.access.Membership;
import id.satuatap.core.access.Memberships;
import id.satuatap.core.access.Person;
import id.satuatap.core.access.Persons;
import id.satuatap.core.access.Role;
import id.satuatap.core.outbox.EventSubjects;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Lines of the trail as people read them: who did it, as what, and to what. Names are looked up now; the trail itself keeps ids. */
@Service
@Transactional(readOnly = true)
class AuditLines {

    /**
     * Who did it.
     *
     * @param roles held at that moment; empty for who was no member then
     */
    record Who(
            UUID id,
            @Nullable String name,
            @Nullable String email,
            boolean machine,
            boolean erased,
            List<Role> roles) {}

    /** What it was done to. */
    record What(String kind, @Nullable String id, @Nullable String name) {}

    /** A line, as it is read. */
    record Read(
            AuditRepository.Line line,
            @Nullable Who who,
            @Nullable What what,
            Map<String, String> detail) {}

    private final AuditTrail trail;
    private final Persons persons;
    private final Memberships memberships;
    private final List<EventSubjects> subjects;
    private final JsonMapper json;

    AuditLines(
            AuditTrail trail, Persons persons, Memberships memberships, List<EventSubjects> subjects, JsonMapper json) {
        this.trail = trail;
        this.persons = persons;
        this.memberships = memberships;
        this.subjects = subjects;
        this.json = json;
    }

    /** The newest before a position. */
    Mono<List<Read>> before(long position, AuditFilter filter, int most) {
        return trail.before(position, filter, most).flatMap(this::read);
    }

    private Mono<List<Read>> read(List<AuditRepository.Line> lines) {
        var actors = lines.stream()
                .map(AuditRepository.Line::actor)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        var data = lines.stream().collect(Collectors.toMap(AuditRepository.Line::position, this::data));
        return Mono.zip(persons.all(actors), memberships.everOf(actors), names(lines, data), Actor.current())
                .map(found -> lines.stream()
                        .map(line -> new Read(
                                line,
                                who(line, found.getT1(), found.getT2(), zone(found.getT4())),
                                what(line, found.getT3()),
                                detail(data.getOrDefault(line.position(), Map.of()), found.getT3())))
                        .toList());
    }

    private Map<String, String> data(AuditRepository.Line line) {
        var facts = new HashMap<String, String>();
        for (var fact : json.readTree(line.data()).properties()) {
            facts.put(fact.getKey(), text(fact.getValue()));
        }
        return facts;
    }

    private static String text(JsonNode value) {
        return value.isValueNode() ? value.asString() : value.toString();
    }

    private static ZoneId zone(Actor reader) {
        return ZoneId.of(reader.tenantOrFail().zone());
    }

    private static @Nullable Who who(
            AuditRepository.Line line,
            Map<UUID, Person> persons,
            Map<UUID, List<Membership>> memberships,
            ZoneId zone) {
        var person = persons.get(line.actor());
        if (person == null) {
            return null;
        }
        var roles = memberships.getOrDefault(person.id(), List.of()).stream()
                .filter(membership -> held(membership, line.at(), zone))
                .map(Membership::role)
                .distinct()
                .sorted()
                .toList();
        return new Who(person.id(), person.name(), person.email(), person.machine(), person.erasedAt() != null, roles);
    }

    private static boolean held(Membership membership, Instant at, ZoneId zone) {
        var day = at.atZone(zone).toLocalDate();
        var ended = membership.endedAt();
        return !membership.validFrom().isAfter(day)
                && (membership.validTo() == null || !membership.validTo().isBefore(day))
                && (ended == null || ended.isAfter(at));
    }

    /** By kind, then by id. */
    private Mono<Map<String, Map<UUID, String>>> names(
            List<AuditRepository.Line> lines, Map<Long, Map<String, String>> data) {
        return Flux.fromIterable(subjects)
                .concatMap(owner -> owner.names(idsOf(owner, lines, data)).map(names -> Map.entry(owner.kind(), names)))
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private static Collection<UUID> idsOf(
            EventSubjects owner, List<AuditRepository.Line> lines, Map<Long, Map<String, String>> data) {
        var ids = new HashSet<UUID>();
        for (var line : lines) {
            if (owner.areOf(line.action())) {
                addId(ids, line.subject());
            }
            addId(ids, data.getOrDefault(line.position(), Map.of()).get(owner.kind()));
        }
        return ids;
    }

    private static void addId(Set<UUID> ids, @Nullable String text) {
        var id = id(text);
        if (id != null) {
            ids.add(id);
        }
    }

    private static @Nullable UUID id(@Nullable String text) {
        return text != null && text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}") ? UUID.fromString(text) : null;
    }

    private @Nullable What what(AuditRepository.Line line, Map<String, Map<UUID, String>> names) {
        var subject = line.subject();
        if (subject == null) {
            return null;
        }
        if (line.kind() == Entry.Kind.REFUSAL) {
            return new What("operation", null, subject);
        }
        return subjects.stream()
                .filter(owner -> owner.areOf(line.action()))
                .findFirst()
                .map(owner -> new What(owner.kind(), subject, name(names, owner.kind(), subject)))
                .orElseGet(() -> new What("thing", subject, null));
    }

    /** Facts in words: an id of a thing that somebody knows is its name, other ids say nothing to a reader. */
    private static Map<String, String> detail(Map<String, String> data, Map<String, Map<UUID, String>> names) {
        var detail = new HashMap<String, String>();
        data.forEach((key, value) -> {
            var words = id(value) == null ? value : name(names, key, value);
            if (words != null) {
                detail.put(key, words);
            }
        });
        return detail;
    }

    private static @Nullable String name(Map<String, Map<UUID, String>> names, String kind, String id) {
        var known = id(id);
        return known == null ? null : names.getOrDefault(kind, Map.of()).get(known);
    }
}
