package id.satuatap.admin.shared;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** One opened dialog: the same thing sent twice from it has the same Idempotency-Key, another thing another one. */
public final class Attempt {

    private final UUID opened = UUID.randomUUID();

    /** {@code request} is a record, so that equal requests read the same. */
    public String keyFor(Record request) {
        return UUID.nameUUIDFromBytes((opened + request.toString()).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
