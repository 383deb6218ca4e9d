package id.satuatap.isolation.http;

import id.satuatap.isolation.Answer;
import id.satuatap.isolation.Caller;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What is sent, whoever sends it. */
record Request(String method, String path, byte[] body, Map<String, String> headers) {

    private static final byte[] NOTHING = {};

    static Request get(String path) {
        return new Request("GET", path, NOTHING, Map.of());
    }

    static Request bare(String method, String path) {
        return new Request(method, path, NOTHING, Map.of());
    }

    static Request json(String method, String path, String json) {
        return new Request(
                method, path, json.getBytes(StandardCharsets.UTF_8), Map.of("Content-Type", "application/json"));
    }

    Request with(String header, String value) {
        var more = new java.util.HashMap<>(headers);
        more.put(header, value);
        return new Request(method, path, body, Map.copyOf(more));
    }

    Answer by(Caller caller) {
        var ready = caller;
        for (var header : headers.entrySet()) {
            ready = ready.with(header.getKey(), header.getValue());
        }
        return ready.send(method, path, body);
    }
}
