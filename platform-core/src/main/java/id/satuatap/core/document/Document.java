package id.satuatap.core.document;

import java.time.Instant;
import java.util.UUID;

/**
 * A file that was received whole.
 *
 * @param name as its owner calls it; never used as a path
 * @param mediaType known from the content, not from the name
 * @param size in bytes, as served
 * @param sha256 of the bytes as served, hexadecimal
 * @param sentSha256 of the bytes as sent: pictures are made anew
 */
public record Document(
        UUID id,
        String name,
        String mediaType,
        long size,
        String sha256,
        String sentSha256,
        Purpose purpose,
        Condition condition,
        UUID addedBy,
        Instant addedAt) {

    boolean isPicture() {
        return mediaType.startsWith("image/");
    }

    /** The same after the virus scanner answered. */
    Document checked(Received now) {
        return new Document(
                id,
                FileName.named(name, now.mediaType()),
                now.mediaType(),
                now.size(),
                now.sha256(),
                sentSha256,
                purpose,
                now.condition(),
                addedBy,
                addedAt);
    }
}
