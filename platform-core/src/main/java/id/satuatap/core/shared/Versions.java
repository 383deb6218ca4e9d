package id.satuatap.core.shared;

import org.jspecify.annotations.Nullable;

/** Versions of optimistic locks as HTTP writes them: {@code ETag: "3"}, {@code If-Match: "3"}. */
public final class Versions {

    private Versions() {}

    public static String etag(int version) {
        return "\"" + version + "\"";
    }

    /** The version that the caller has seen; 428 without one, 400 when it is not one of ours. */
    public static int seen(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw Precondition.missing();
        }
        var bare = ifMatch.strip();
        if (!bare.matches("\"\\d{1,9}\"")) {
            throw new BadInput("If-Match", "fault.if-match");
        }
        return Integer.parseInt(bare, 1, bare.length() - 1, 10);
    }
}
