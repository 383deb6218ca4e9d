package id.satuatap.core.shared;

import java.util.Map;
import org.springframework.http.HttpStatusCode;

/**
 * What is answered instead of a result (RFC 9457).
 *
 * @param code stable; the type is {@code urn:problem:<code>}
 * @param detail a sentence in the caller's language
 * @param more members beyond the standard ones, such as {@code faults}
 */
record Problem(HttpStatusCode status, String code, String detail, Map<String, Object> more) {}
