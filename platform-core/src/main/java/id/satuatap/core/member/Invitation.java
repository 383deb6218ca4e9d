package id.satuatap.core.member;

import id.satuatap.core.access.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An offer of a role, to whoever owns an e-mail address.
 *
 * @param code part of the link; no key by itself, since the verified address must be the invited one
 */
public record Invitation(
        UUID id,
        String code,
        String email,
        Role role,
        @Nullable String decree,
        @Nullable LocalDate validTo,
        Instant expiresAt,
        @Nullable Instant acceptedAt) {

    boolean openAt(Instant now) {
        return acceptedAt == null && now.isBefore(expiresAt);
    }
}
