package id.satuatap.core.audit;

import id.satuatap.core.outbox.KeptEvent;
import id.satuatap.core.shared.Ids;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of the record, before it has its place in the chain.
 *
 * @param actor the person who did or tried it, by id and not by name, so that who is forgotten breaks no link; null for the system
 * @param subject what it was done to
 * @param data JSON
 */
record Entry(
        UUID eventId,
        Kind kind,
        String action,
        @Nullable UUID actor,
        @Nullable String subject,
        String data,
        Instant occurredAt) {

    enum Kind {
        CHANGE,
        REFUSAL
    }

    static Entry of(KeptEvent event) {
        return new Entry(
                event.id(),
                Kind.CHANGE,
                event.type(),
                event.actor(),
                event.subject().toString(),
                event.data(),
                event.occurredAt());
    }

    static Entry refusal(String code, UUID actor, String operation, String data) {
        return new Entry(
                Ids.next(),
                Kind.REFUSAL,
                code,
                actor,
                operation,
                data,
                Instant.now().truncatedTo(ChronoUnit.MILLIS));
    }

    /** The same with its data written as the database writes it: the hash covers what will be read back. */
    Entry with(String asStored) {
        return new Entry(eventId, kind, action, actor, subject, asStored, occurredAt);
    }

    /** SHA-256 over the entry before and every field of this one, each with its length in front, so that none can run into the next. */
    String hash(long position, String previousHash) {
        var text = new StringBuilder();
        for (var part : new Object[] {
            previousHash, position, eventId, kind, action, actor, subject, data, occurredAt.toEpochMilli()
        }) {
            var value = String.valueOf(part);
            text.append(value.length()).append(':').append(value);
        }
        try {
            var hash =
                    MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
