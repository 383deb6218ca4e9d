package id.satuatap.core.audit;

import id.satuatap.core.access.Requires;
import id.satuatap.core.access.Role;
import id.satuatap.core.shared.Page;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
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

    AuditController(AuditLines lines) {
        this.lines = lines;
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
        return AuditFilter.of(kind, from, to, person, word)
                .flatMap(filter -> lines.before(Page.after(after, Long.MAX_VALUE), filter, most + 1))
                .map(found -> Page.of(
                        found.stream().map(EntryView::of).toList(), most, line -> String.valueOf(line.position())));
    }
}
