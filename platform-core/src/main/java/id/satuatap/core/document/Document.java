package id.satuatap.core.document;

import java.time.Instant;
import java.util.UUID;

/**
 * A file that was received whole.
 *
 * @param name as its owner calls it; never used as a path
 * @param mediaType known from the content, not from the name
 * @param size in bytes
 * @param sha256 of the bytes, hexadecimal
 */
public record Document(
        UUID id, String name, String mediaType, long size, String sha256, UUID addedBy, Instant addedAt) {}
