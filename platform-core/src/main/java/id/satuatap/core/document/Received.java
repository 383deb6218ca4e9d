package id.satuatap.core.document;

import java.nio.file.Path;

/**
 * A file that was seen through, and still lies in its temporary place.
 *
 * @param sha256 of what lies there; {@code sentSha256} of what was sent
 */
record Received(Path path, String mediaType, long size, String sha256, String sentSha256, Condition condition) {

    /** The same, made anew as another file. */
    Received remade(String newMediaType, FileStore.Temporary file) {
        return new Received(file.path(), newMediaType, file.size(), file.sha256(), sentSha256, condition);
    }
}
