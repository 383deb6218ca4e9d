package id.satuatap.core.tenancy;

import id.satuatap.core.database.TenantId;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A government that is served: a province, a regency or a city.
 *
 * @param regionCode code of the region by the Ministry of Home Affairs, such as {@code 33.17}
 * @param parentId tenant of the province above, today
 * @param simulated whether the figures entered here are invented, and must say so wherever they are shown
 * @param accent the brand's one colour, {@code #rrggbb}
 * @param zone time zone of its office hours and deadlines
 */
public record Tenant(
        UUID id,
        Kind kind,
        String regionCode,
        String slug,
        String name,
        @Nullable UUID parentId,
        State state,
        boolean simulated,
        String accent,
        List<String> languages,
        String zone,
        List<String> customHosts) {

    /** What it governs. */
    public enum Kind {
        PROVINCE,
        REGENCY,
        CITY
    }

    /** Where it stands in its life. */
    public enum State {
        DRAFT,
        ACTIVE,
        SUSPENDED,
        ARCHIVED
    }

    public TenantId tenantId() {
        return new TenantId(id);
    }

    /** The day it is there now: a day in law is a day of its office's zone. */
    public LocalDate today() {
        return LocalDate.now(ZoneId.of(zone));
    }

    /** Whether anybody outside may know of it. */
    boolean visible() {
        return state == State.ACTIVE || state == State.SUSPENDED;
    }
}
