package id.satuatap.isolation;

import id.satuatap.stack.Answer;
import id.satuatap.stack.Request;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A principal at a door, ready to ask.
 *
 * @param tenant whose host is asked; null for the bare host
 * @param isDirect whether the gateway is passed by: straight to core, naming the tenant in the header that the gateway would set
 * @param token what is sent as bearer; empty for none
 */
public record Caller(
        Client client,
        Principal principal,
        @Nullable String tenant,
        boolean isDirect,
        String token,
        List<String> lines) {

    public Caller at(@Nullable String other) {
        return new Caller(client, principal, other, isDirect, token, lines);
    }

    public Caller direct() {
        return new Caller(client, principal, tenant, true, token, lines);
    }

    /** With this token instead of a sound one; empty for none. The oracle still takes the reader for the principal. */
    public Caller token(String other) {
        return new Caller(client, principal, tenant, isDirect, other, lines);
    }

    public Caller with(String header, String value) {
        var more = new ArrayList<>(lines);
        more.add(header + ": " + value);
        return new Caller(client, principal, tenant, isDirect, token, List.copyOf(more));
    }

    public Answer get(String path) {
        return send(Request.get(path));
    }

    public Answer post(String path, Object json) {
        return send(Request.json("POST", path, json));
    }

    public Answer put(String path, Object json) {
        return send(Request.json("PUT", path, json));
    }

    public Answer send(Request request) {
        return client.send(this, request);
    }

    /** As it goes over the wire. */
    public byte[] bytes(Request request) {
        return client.bytes(this, request);
    }

    public int port() {
        return client.port(this);
    }
}
