package id.satuatap.faults;

import java.time.Duration;
import java.time.Instant;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * What came back for one request.
 *
 * @param status zero if nothing came
 * @param retryAfter whether it says when to come again
 * @param broke what broke, if anything did
 */
public record Reply(
        String path,
        Outcome outcome,
        int status,
        boolean retryAfter,
        String broke,
        byte[] content,
        Instant start,
        Instant end) {

    /** What a caller knows of what it has asked for. */
    public enum Outcome {
        /** Acknowledged: it must be there, once. */
        OK,
        /** Refused, or surely never sent: it must not be there. */
        REFUSED,
        /** No answer, or one that leaves it open: it may be there, once. */
        UNKNOWN
    }

    static Reply none(String path, Outcome outcome, String broke, Instant start) {
        return new Reply(path, outcome, 0, false, broke, new byte[0], start, Instant.now());
    }

    Reply with(Outcome known) {
        return new Reply(path, known, status, retryAfter, broke, content, start, end);
    }

    public JsonNode body() {
        try {
            return content.length == 0
                    ? MissingNode.getInstance()
                    : JsonMapper.shared().readTree(content);
        } catch (JacksonException noJson) {
            return MissingNode.getInstance();
        }
    }

    public String text(String field) {
        return body().path(field).asString("");
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
        return "%s %d %s%s after %d ms"
                .formatted(path.replaceAll("[0-9a-f-]{36}", "…"), status, broke, text("detail"), took().toMillis());
    }
}
