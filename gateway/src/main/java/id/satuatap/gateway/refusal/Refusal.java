package id.satuatap.gateway.refusal;

import java.time.Duration;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** The gateway answers itself. The code is the problem's type and the key of its sentences. */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final HttpStatus status;
    private final String code;
    private final transient Map<String, String> headers;

    private Refusal(HttpStatus status, String code, Map<String, String> headers) {
        super(code, null, false, false);
        this.status = status;
        this.code = code;
        this.headers = headers;
    }

    public static Refusal of(HttpStatus status, String code) {
        return new Refusal(status, code, Map.of());
    }

    public static Refusal of(HttpStatus status, String code, Map<String, String> headers) {
        return new Refusal(status, code, headers);
    }

    public static Refusal later(HttpStatus status, String code, Duration retryAfter) {
        return new Refusal(status, code, Map.of(HttpHeaders.RETRY_AFTER, String.valueOf(retryAfter.toSeconds())));
    }

    public HttpStatus status() {
        return status;
    }

    public String code() {
        return code;
    }

    Map<String, String> headers() {
        return headers;
    }
}
