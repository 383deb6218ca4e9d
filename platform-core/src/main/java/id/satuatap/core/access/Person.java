package id.satuatap.core.access;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who did something in a tenant. Everything else keeps this id and no name, so that people with one name are told apart, and
 * one of them can be forgotten.
 *
 * @param issuer who vouches for the subject; null when erased
 * @param name as it was last given; proves nothing
 * @param email as it was last verified
 * @param restricted whether the data are kept and no longer used, as this one asked
 * @param erasedAt when all of it was forgotten
 */
public record Person(
        UUID id,
        @Nullable String issuer,
        @Nullable String subject,
        @Nullable String name,
        @Nullable String email,
        boolean machine,
        boolean restricted,
        @Nullable Instant erasedAt) {

    /** The name of the row {@code p} of {@code access.person} as others may read it, in SQL: what whoever joins that table selects. */
    public static final String NAME = "case when p.restricted then '(dibatasi)' else p.name end";

    private static final String RESTRICTED = "(dibatasi)";

    /** As others may see this one. */
    Person seen() {
        return restricted ? new Person(id, null, null, RESTRICTED, null, machine, true, erasedAt) : this;
    }
}
