package id.satuatap.faults;

import id.satuatap.stack.Stack;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** Somebody with a role in a tenant, who sends requests through the gateway and notes what comes back. */
public final class Caller {

    /** Longer than anything in the product may take. */
    private static final Duration PATIENCE = Duration.ofSeconds(45);

    /** The gateway never reached the part. */
    private static final String NEVER_SENT = "urn:problem:part.down";

    private final Stack stack;
    private final HttpClient http;
    private final String tenant;
    private final Supplier<String> token; // empty: nobody is signed in
    private final Recorder recorder;

    Caller(Stack stack, HttpClient http, String tenant, Supplier<String> token, Recorder recorder) {
        this.stack = stack;
        this.http = http;
        this.tenant = tenant;
        this.token = token;
        this.recorder = recorder;
    }

    String tenant() {
        return tenant;
    }

    Reply get(String path) {
        return send(path, request(path, Map.of()).GET());
    }

    Reply put(String path, Object body, Map<String, String> headers) {
        return send(
                path,
                request(path, headers)
                        .header("Content-Type", "application/json")
                        .PUT(BodyPublishers.ofByteArray(json(body))));
    }

    Reply post(String path, Object body, Map<String, String> headers) {
        return send(
                path,
                request(path, headers)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofByteArray(json(body))));
    }

    Reply upload(String path, byte[] bytes, Map<String, String> headers) {
        return send(
                path,
                request(path, headers)
                        .header("Content-Type", "application/octet-stream")
                        .POST(BodyPublishers.ofByteArray(bytes)));
    }

    private HttpRequest.Builder request(String path, Map<String, String> headers) {
        var request = stack.request(tenant, path).timeout(PATIENCE).header("Authorization", "Bearer " + token.get());
        headers.forEach(request::header);
        return request;
    }

    private Reply send(String path, HttpRequest.Builder request) {
        var reply = exchange(path, request.build());
        recorder.note(reply);
        return reply;
    }

    private Reply exchange(String path, HttpRequest request) {
        var start = Instant.now();
        try {
            return reply(path, http.send(request, BodyHandlers.ofByteArray()), start);
        } catch (ConnectException neverSent) {
            return Reply.none(tenant, path, Outcome.REFUSED, "no connection", start);
        } catch (IOException broken) {
            return Reply.none(tenant, path, Outcome.UNKNOWN, broken.toString(), start);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Reply.none(tenant, path, Outcome.UNKNOWN, "interrupted", start);
        }
    }

    private Reply reply(String path, HttpResponse<byte[]> answer, Instant start) {
        var body = parse(answer.body());
        var problem = body.path("type").asString("");
        return new Reply(
                tenant,
                path,
                outcome(answer.statusCode(), problem),
                answer.statusCode(),
                answer.headers().firstValue("Retry-After").isPresent(),
                problem,
                body,
                start,
                Instant.now());
    }

    /** A 503 of core may have met the commit itself: only the gateway's own word says that nothing was sent. */
    private static Outcome outcome(int status, String problem) {
        if (status < 300) {
            return Outcome.OK;
        }
        return status < 500 || problem.equals(NEVER_SENT) ? Outcome.REFUSED : Outcome.UNKNOWN;
    }

    private static JsonNode parse(byte[] body) {
        try {
            return body.length == 0
                    ? MissingNode.getInstance()
                    : JsonMapper.shared().readTree(body);
        } catch (JacksonException noJson) {
            return MissingNode.getInstance();
        }
    }

    private static byte[] json(Object body) {
        return JsonMapper.shared().writeValueAsBytes(body);
    }
}
