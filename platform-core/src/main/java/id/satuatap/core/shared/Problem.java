package id.satuatap.core.shared;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;

/**
 * What is answered instead of a result (RFC 9457).
 *
 * @param code stable; the type is {@code urn:problem:<code>}
 * @param detail a sentence in the caller's language
 * @param more members beyond the standard ones, such as {@code faults}
 */
record Problem(HttpStatusCode status, String code, String detail, Map<String, Object> more) {

    /** Its members, in the order in which they are written. */
    Map<String, Object> body(@Nullable String requestId) {
        var body = new LinkedHashMap<String, Object>();
        body.put("type", URI.create("urn:problem:" + code));
        body.put("title", title());
        body.put("status", status.value());
        body.put("detail", detail);
        if (requestId != null) {
            body.put("requestId", requestId);
        }
        body.putAll(more);
        return body;
    }

    private String title() {
        var known = HttpStatus.resolve(status.value());
        return known == null ? String.valueOf(status.value()) : known.getReasonPhrase();
    }
}
