package id.satuatap.core.outbox;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event as it is read back.
 *
 * @param data the event's record as JSON
 * @param actor the person who caused it; null when it was the system
 * @param attempts how often telling the listeners has failed
 */
public record KeptEvent(
        UUID id,
        String type,
        UUID subject,
        String data,
        @Nullable UUID actor,
        Instant occurredAt,
        int attempts) {}
