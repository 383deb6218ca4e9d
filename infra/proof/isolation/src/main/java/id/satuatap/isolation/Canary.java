package id.satuatap.isolation;

import java.util.regex.Pattern;

/**
 * A text that says whose it is and where it lay, so that wherever it turns up one knows who should not have seen it.
 *
 * @param tenant by slug
 * @param table without its schema, or {@code file} or {@code mail}
 */
public record Canary(String tenant, String table, long number) {

    /** What each begins with; addresses are kept in lower case, so that neither case is overlooked. */
    static final byte[] MARK = {'c', 'n', 'r', 'y', '-'};

    static final Pattern FORM = Pattern.compile("(?i)cnry-([a-z0-9]+)-([a-z_]+)-([0-9]{1,18})");

    @Override
    public String toString() {
        return "CNRY-%s-%s-%d".formatted(tenant, table, number);
    }
}
