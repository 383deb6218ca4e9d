package id.satuatap.core.access;

import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * Who asks, as identity vouches for it: what a token says of its owner.
 *
 * @param subject id of the account, or of the machine client
 * @param name as its owner wrote it; proves nothing
 * @param email the verified address; null when there is none
 */
public record Account(
        String issuer,
        String subject,
        @Nullable String name,
        @Nullable String email,
        boolean machine) {

    /** Nobody: the caller is not signed in. */
    static final Account NOBODY = new Account("", "", null, null, false);

    /** The decoder has checked that the token names its issuer and its subject. */
    static Account of(Jwt token) {
        var subject = String.valueOf(token.getSubject());
        var machine = subject.equals(token.getClaimAsString("client_id"));
        var verified = Boolean.TRUE.equals(token.getClaimAsBoolean("email_verified"));
        return new Account(
                String.valueOf(token.getClaimAsString("iss")),
                subject,
                machine ? subject : token.getClaimAsString("name"),
                verified ? token.getClaimAsString("email") : null,
                machine);
    }
}
