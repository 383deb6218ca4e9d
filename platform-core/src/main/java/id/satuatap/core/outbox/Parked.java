package id.satuatap.core.outbox;

import java.time.Instant;
import java.util.UUID;

/** An event that a listener failed to hear so often that it is only tried again by hand. */
public record Parked(
        UUID event,
        String listener,
        String type,
        UUID subject,
        Instant occurredAt,
        int attempts,
        Instant parkedAt,
        String reason) {

    /** Where a list goes on. */
    public String key() {
        return event + "/" + listener;
    }
}
