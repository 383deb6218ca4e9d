package id.satuatap.core.document.inspection;

import java.util.Set;

/**
 * What a file turned out to be.
 *
 * @param mediaType known from the content, not from the name
 */
public record Inspected(String mediaType, Set<Mark> marks) {

    public Inspected {
        marks = Set.copyOf(marks);
    }

    static Inspected plain(String mediaType) {
        return new Inspected(mediaType, Set.of());
    }
}
