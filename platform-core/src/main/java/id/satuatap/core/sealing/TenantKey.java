package id.satuatap.core.sealing;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A key of a tenant, as it is kept.
 *
 * @param kept whether it is certainly committed: one made in the present transaction may yet vanish with it
 * @param retiredAt since when nothing is sealed with it any more; it goes on opening, such as what a backup brings back
 */
record TenantKey(
        UUID id,
        Purpose purpose,
        PlatformKeys.Wrapped wrapped,
        Instant createdAt,
        @Nullable Instant retiredAt,
        boolean kept) {

    /** What a key is for. */
    enum Purpose {
        /** Seals values; a new one takes over when the operator says so. */
        SEAL,
        /** Makes fingerprints; there is one, so that a value is found whichever key seals it. */
        FIND
    }
}
