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
 * @param erasedAt when all of it was forgotten
 */
public record Person(
        UUID id,
        @Nullable String issuer,
        @Nullable String subject,
        @Nullable String name,
        @Nullable String email,
        boolean machine,
        @Nullable Instant erasedAt) {}
