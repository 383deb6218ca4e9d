package id.satuatap.core.spbe;

import java.util.Locale;

/**
 * An official result with its place in the list and the title of its source.
 *
 * @param position line of the data file, which is the order of the list
 */
public record PublishedResult(int position, OfficialResult result, String sourceTitle) {

    /** How a kind is written in the API: {@code regency}. */
    static String key(OfficialResult.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
