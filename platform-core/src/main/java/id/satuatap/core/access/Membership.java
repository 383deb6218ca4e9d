package id.satuatap.core.access;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One role of one person, or of one machine, in this tenant.
 *
 * @param person whose it is; name, email and machine are read from that row
 * @param office for which; null for the whole tenant
 * @param decree the decree (SK) of the appointment
 * @param validTo last day of the appointment; null when open
 */
public record Membership(
        UUID id,
        UUID person,
        @Nullable String name,
        @Nullable String email,
        Role role,
        @Nullable UUID office,
        boolean machine,
        @Nullable String decree,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable Instant endedAt,
        int version) {

    public Membership withRole(Role newRole) {
        return new Membership(
                id, person, name, email, newRole, office, machine, decree, validFrom, validTo, endedAt, version);
    }

    public Membership endedAt(Instant now) {
        return new Membership(id, person, name, email, role, office, machine, decree, validFrom, validTo, now, version);
    }

    /** Whether it still is, or will be, something. */
    public boolean open() {
        return endedAt == null;
    }
}
