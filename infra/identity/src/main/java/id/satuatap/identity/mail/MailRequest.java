package id.satuatap.identity.mail;

import id.satuatap.identity.account.EmailAddress;
import id.satuatap.identity.http.ClientAddress;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A wish for a mail, the same whether or not the address belongs to an account.
 *
 * @param name what the newcomer calls himself; never part of a mail, since it may be somebody else's words
 * @param requestedBy the client's network address
 */
public record MailRequest(
        Kind kind, EmailAddress recipient, @Nullable String name, Locale locale, String requestedBy) {

    public MailRequest {
        requestedBy = ClientAddress.network(requestedBy);
    }

    public enum Kind {
        /** A link to finish a registration; to who has an account already, a word about that. */
        REGISTRATION,
        /** A link to choose a new password; nothing to who has no account. */
        PASSWORD
    }

    String language() {
        return locale.getLanguage().equals("en") ? "en" : "id";
    }
}
