package id.satuatap.identity.account;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person who can sign in.
 *
 * @param id the {@code sub} of every token, never reused
 * @param username null for those who registered themselves: they sign in by e-mail
 */
public record Account(UUID id, @Nullable String username, String email, boolean emailVerified, String name) {

    public String preferredUsername() {
        return username == null ? email : username;
    }
}
