package id.satuatap.core.outbox;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event as it is read back.
 *
 * @param data the event's record as JSON
 * @param actor the person who caused it; null when it was the system
 * @param broadcast what open screens hear of it; null for nothing
 */
public record KeptEvent(
        UUID id,
        String type,
        UUID subject,
        String data,
        @Nullable UUID actor,
        Instant occurredAt,
        @Nullable Broadcast broadcast) {}
