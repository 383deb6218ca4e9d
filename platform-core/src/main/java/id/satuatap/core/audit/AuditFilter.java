package id.satuatap.core.audit;

import id.satuatap.core.access.Actor;
import id.satuatap.core.tenancy.Tenant;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Which part of the trail is asked for.
 *
 * @param since the first moment; null from the beginning
 * @param until the first moment after it; null up to now
 * @param word part of an action, of what it was done to, or of the name or address of who did it
 */
record AuditFilter(
        Entry.@Nullable Kind kind,
        @Nullable Instant since,
        @Nullable Instant until,
        @Nullable UUID person,
        @Nullable String word) {

    /** As it is asked for: days are the tenant's, both included. */
    static Mono<AuditFilter> of(
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
