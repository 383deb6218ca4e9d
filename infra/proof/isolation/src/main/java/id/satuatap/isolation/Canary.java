package id.satuatap.isolation;

import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A text that says whose it is and where it lay, so that wherever it turns up one knows who should not have seen it.
 *
 * @param tenant by slug
 * @param table with its schema, or {@code file} or {@code mail}
 */
public record Canary(String tenant, String table, long number) {

    /** In either case: addresses are kept in lower case. */
    static final Pattern FORM = Pattern.compile("(?i)cnry-([a-z0-9]+)-([a-z_.]+)-([0-9]{1,18})");

    static Canary of(MatchResult found) {
        return new Canary(
                found.group(1).toLowerCase(Locale.ROOT),
                found.group(2).toLowerCase(Locale.ROOT),
                Long.parseLong(found.group(3)));
    }

    @Override
    public String toString() {
        return "CNRY-%s-%s-%d".formatted(tenant, table, number);
    }
}
