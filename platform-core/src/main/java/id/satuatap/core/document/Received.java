package id.satuatap.core.document;

import java.nio.file.Path;

/**
 * A file that was seen through, and still lies in its temporary place.
 *
 * @param sha256 of what lies there; {@code sentSha256} of what was sent
 */
record Received(Path path, String mediaType, long size, String sha256, String sentSha256, Condition condition) {}
