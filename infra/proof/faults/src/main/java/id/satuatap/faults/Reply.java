package id.satuatap.faults;

import java.time.Duration;
import java.time.Instant;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * What came back for one request.
 *
 * @param status zero if nothing came
 * @param retryAfter whether it says when to come again
 * @param said the problem's type, or what broke
 */
public record Reply(
        String tenant,
        String path,
        Outcome outcome,
        int status,
        boolean retryAfter,
        String said,
        JsonNode body,
        Instant start,
        Instant end) {

    static Reply none(String tenant, String path, Outcome outcome, String said, Instant start) {
        return new Reply(tenant, path, outcome, 0, false, said, MissingNode.getInstance(), start, Instant.now());
    }

    public Duration took() {
        return Duration.between(start, end);
    }

    /** No answer, or a status of 500 and more. */
    public boolean failed() {
        return status == 0 || status >= 500;
    }

    /** What somebody whose work cannot be done now should hear. */
    public boolean saysComeBack() {
        return status == 503 && retryAfter;
    }

    @Override
    public String toString() {
        return "%s %d %s after %d ms".formatted(path.replaceAll("[0-9a-f-]{36}", "…"), status, said, took().toMillis());
    }
}
