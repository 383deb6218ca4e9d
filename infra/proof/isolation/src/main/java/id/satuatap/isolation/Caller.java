package id.satuatap.isolation;

import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A principal at a door, ready to ask.
 *
 * @param tenant whose host is asked; null for the bare host
 * @param isDirect whether the gateway is passed by
 * @param token what is sent as bearer; empty for none
 */
public record Caller(
        Probe probe,
        Principal principal,
        @Nullable String tenant,
        boolean isDirect,
        Map<String, String> headers,
        String token) {

    private static final byte[] NOTHING = {};

    public Caller at(String other) {
        return new Caller(probe, principal, other, isDirect, headers, token);
    }

    /** Straight to core, naming the tenant in the header that the gateway would set. */
    public Caller direct() {
        return new Caller(probe, principal, tenant, true, headers, token);
    }

    /** With this token instead of a sound one; empty for none. The oracle still takes the reader for the principal. */
    public Caller token(String other) {
        return new Caller(probe, principal, tenant, isDirect, headers, other);
    }

    public Caller with(String header, String value) {
        var more = new HashMap<>(headers);
        more.put(header, value);
        return new Caller(probe, principal, tenant, isDirect, Map.copyOf(more), token);
    }

    public Answer get(String path) {
        return send("GET", path, NOTHING);
    }

    public Answer delete(String path) {
        return send("DELETE", path, NOTHING);
    }

    public Answer post(String path, Object json) {
        return json("POST", path, json);
    }

    public Answer put(String path, Object json) {
        return json("PUT", path, json);
    }

    /** A body as JSON: what is not text is written so, text is taken as it is. */
    public Answer json(String method, String path, Object json) {
        var text = json instanceof String ready ? ready : JsonMapper.shared().writeValueAsString(json);
        return with("Content-Type", "application/json").send(method, path, text.getBytes(StandardCharsets.UTF_8));
    }

    public Answer send(String method, String path, byte[] body) {
        return probe.send(this, method, path, body);
    }

    /** The request as it would be sent, for streams. */
    public HttpRequest.Builder request(String method, String path, byte[] body) {
        return probe.request(this, method, path, body);
    }
}
