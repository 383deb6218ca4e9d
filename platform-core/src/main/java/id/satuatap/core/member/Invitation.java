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
 * @param office the role is for; null for the whole government
 * @param invitedBy the person who offers it: the offer ends with that one's right to make it; null for those of before that was kept
 * @param sent how often the letter was sent
 */
public record Invitation(
        UUID id,
        String code,
        String email,
        Role role,
        @Nullable UUID office,
        @Nullable String decree,
        @Nullable LocalDate validTo,
        @Nullable UUID invitedBy,
        Instant expiresAt,
        int sent,
        @Nullable Instant acceptedAt,
        @Nullable Instant withdrawnAt) {

    boolean openAt(Instant now) {
        return acceptedAt == null && withdrawnAt == null && now.isBefore(expiresAt);
    }
}
