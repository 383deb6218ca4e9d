package id.satuatap.core.audit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which part of the trail is asked for.
 *
 * @param since the first moment; null from the beginning
 * @param until the first moment after it; null up to now
 * @param word part of an action, of what it was done to, or of the name or address of who did it
 */
record AuditFilter(
        Entry.@Nullable Kind kind,
        @Nullable Instant since,
        @Nullable Instant until,
        @Nullable UUID person,
        @Nullable String word) {}
