package id.satuatap.core.audit;

import id.satuatap.core.access.Actor;
import id.satuatap.core.access.Requires;
import id.satuatap.core.access.Role;
import id.satuatap.core.shared.Page;
import id.satuatap.core.tenancy.Tenant;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1/audit")
class AuditController {

    /**
     * A line of the trail.
     *
     * @param actor name of who did it; null for the system, and for who is forgotten
     * @param person who that is
     * @param object what it was done to
     * @param subject its id, or the operation that was refused
     */
    record EntryView(
            long position,
            Instant at,
            Entry.Kind kind,
            String action,
            @Nullable String actor,
            @Nullable PersonView person,
            AuditLines.@Nullable What object,
            @Nullable String subject,
            Map<String, String> detail) {

        static EntryView of(AuditLines.Read read) {
            var who = read.who();
            return new EntryView(
                    read.line().position(),
                    read.line().at(),
                    read.line().kind(),
                    read.line().action(),
                    who == null ? null : who.name(),
                    who == null ? null : PersonView.of(who),
                    read.what(),
                    read.line().subject(),
                    read.detail());
        }
    }

    /**
     * Who did it.
     *
     * @param member whether that one was a member at that moment
     */
    record PersonView(UUID id, @Nullable String email, boolean machine, boolean member, List<Role> roles) {

        static PersonView of(AuditLines.Who who) {
            return new PersonView(
                    who.id(), who.email(), who.machine(), !who.roles().isEmpty(), who.roles());
        }
    }

    private final AuditLines lines;
    private final AuditExport export;

    AuditController(AuditLines lines, AuditExport export) {
        this.lines = lines;
        this.export = export;
    }

    /** What was changed and refused in this tenant, newest first; days are the tenant's. */
    @Requires(AuditPermissions.READ)
    @GetMapping
    Mono<Page<EntryView>> list(
            @RequestParam(required = false) @Nullable Long after,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) Entry.@Nullable Kind kind,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable UUID person,
            @RequestParam(required = false) @Nullable String word) {
        var most = Page.limit(limit);
        return filter(kind, from, to, person, word)
                .flatMap(filter -> lines.before(Page.after(after, Long.MAX_VALUE), filter, most + 1))
                .map(found -> Page.of(
                        found.stream().map(EntryView::of).toList(), most, line -> String.valueOf(line.position())));
    }

    /** The same, whole, as a table for other programs: codes as they are kept, moments in UTC. */
    @Requires(AuditPermissions.READ)
    @GetMapping(path = "/export", produces = "text/csv")
    Mono<ResponseEntity<Flux<String>>> export(
            @RequestParam(required = false) Entry.@Nullable Kind kind,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable UUID person,
            @RequestParam(required = false) @Nullable String word) {
        return filter(kind, from, to, person, word).zipWith(Actor.current()).map(found -> {
            var tenant = found.getT2().tenantOrFail();
            return ResponseEntity.ok()
                    .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                    .header(
                            HttpHeaders.CONTENT_DISPOSITION,
                            ContentDisposition.attachment()
                                    .filename("jejak-audit-%s-%s.csv".formatted(tenant.slug(), tenant.today()))
                                    .build()
                                    .toString())
                    .body(export.of(found.getT1()));
        });
    }

    private static Mono<AuditFilter> filter(
            Entry.@Nullable Kind kind,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable UUID person,
            @Nullable String word) {
        return Actor.current()
                .map(actor -> new AuditFilter(
                        kind,
                        from == null ? null : start(from, actor.tenantOrFail()),
                        to == null ? null : start(to.plusDays(1), actor.tenantOrFail()),
                        person,
                        word == null || word.isBlank() ? null : word.strip()));
    }

    private static Instant start(LocalDate day, Tenant tenant) {
        return day.atStartOfDay(ZoneId.of(tenant.zone())).toInstant();
    }
}
