package id.satuatap.core.access;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One role of one person, or of one machine, in this tenant.
 *
 * @param issuer who vouches for the subject
 * @param decree the decree (SK) of the appointment
 * @param validTo last day of the appointment; null when open
 */
public record Membership(
        UUID id,
        String issuer,
        String subject,
        @Nullable String name,
        @Nullable String email,
        Role role,
        boolean machine,
        @Nullable String decree,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable Instant endedAt,
        int version) {

    public Membership withRole(Role newRole) {
        return new Membership(
                id, issuer, subject, name, email, newRole, machine, decree, validFrom, validTo, endedAt, version);
    }

    public Membership endedAt(Instant now) {
        return new Membership(
                id, issuer, subject, name, email, role, machine, decree, validFrom, validTo, now, version);
    }
}
