package id.satuatap.faults;

import id.satuatap.faults.Reply.Outcome;
import id.satuatap.stack.Stack;
import id.satuatap.stack.Waiting;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;
import tools.jackson.databind.json.JsonMapper;

/**
 * Somebody in a tenant who sends requests, and notes what comes back.
 *
 * @param tenant empty for the bare host
 * @param token empty if nobody is signed in
 * @param port where to, past the gateway; else {@link #GATEWAY}
 */
public record Caller(Stack stack, HttpClient http, String tenant, Supplier<String> token, Recorder recorder, int port) {

    private static final int GATEWAY = 0;
    private static final int FULL = 507;
    private static final int LAST_YEAR = 2100;
    /** Longer than anything in the product may take. */
    private static final Duration PATIENCE = Duration.ofSeconds(45);
    /** The gateway never reached the part. */
    private static final String NEVER_SENT = "urn:problem:part.down";

    static Caller of(Stack stack, String tenant, Supplier<String> token, Recorder recorder) {
        return new Caller(stack, stack.http(), tenant, token, recorder, GATEWAY);
    }

    /** The same one, with connections that nobody used before. */
    Caller connectedBy(HttpClient fresh) {
        return new Caller(stack, fresh, tenant, token, recorder, port);
    }

    /** The same one, past the gateway. */
    public Caller atCore(int core) {
        return new Caller(stack, http, tenant, token, recorder, core);
    }

    public Reply get(String path) {
        return send(request(path).GET());
    }

    public Reply put(String path, Object body, String... headers) {
        return send(request(path, headers)
                .header("Content-Type", "application/json")
                .PUT(json(body)));
    }

    public Reply post(String path, Object body, String... headers) {
        return send(request(path, headers)
                .header("Content-Type", "application/json")
                .POST(json(body)));
    }

    public Reply upload(String path, byte[] bytes, String key) {
        return send(request(path, "Content-Type", "application/octet-stream", "Idempotency-Key", key)
                .POST(BodyPublishers.ofByteArray(bytes)));
    }

    /** The address of a new assessment of 20 indicators, of this year or the first after it that has none. */
    public String assessment(int year) {
        var started = post("/api/v1/spbe/assessments", Map.of("year", year));
        for (var end = Instant.now().plus(PATIENCE);
                started.saysComeBack() && Instant.now().isBefore(end); ) {
            Waiting.pass(Duration.ofSeconds(1));
            started = post("/api/v1/spbe/assessments", Map.of("year", year));
        }
        if (started.status() == 409 && year < LAST_YEAR) {
            return assessment(year + 1);
        }
        if (started.status() != 201) {
            throw new IllegalStateException("No assessment in %s: %s".formatted(tenant, started));
        }
        return "/api/v1/spbe/assessments/" + started.text("id");
    }

    private HttpRequest.Builder request(String path, String... headers) {
        var request = port == GATEWAY
                ? stack.request(tenant.isEmpty() ? null : tenant, path)
                : HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .header("X-Satu-Tenant", tenant);
        request.timeout(PATIENCE).header("Authorization", "Bearer " + token.get());
        return headers.length == 0 ? request : request.headers(headers);
    }

    private static HttpRequest.BodyPublisher json(Object body) {
        return BodyPublishers.ofByteArray(JsonMapper.shared().writeValueAsBytes(body));
    }

    private Reply send(HttpRequest.Builder request) {
        var reply = exchange(request.build());
        recorder.note(reply);
        return reply;
    }

    private Reply exchange(HttpRequest request) {
        var path = request.uri().getPath();
        var start = Instant.now();
        try {
            return reply(path, http.send(request, BodyHandlers.ofByteArray()), start);
        } catch (ConnectException neverSent) {
            return Reply.none(path, Outcome.REFUSED, "no connection", start);
        } catch (IOException broken) {
            return Reply.none(path, Outcome.UNKNOWN, broken.toString(), start);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Reply.none(path, Outcome.UNKNOWN, "interrupted", start);
        }
    }

    private static Reply reply(String path, HttpResponse<byte[]> answer, Instant start) {
        var retryAfter = answer.headers().firstValue("Retry-After").isPresent();
        var reply =
                new Reply(path, Outcome.OK, answer.statusCode(), retryAfter, "", answer.body(), start, Instant.now());
        return answer.statusCode() < 300 ? reply : reply.with(refusal(reply));
    }

    /** A 503 of core may have met the commit itself: only the gateway's own word says that nothing was sent. */
    private static Outcome refusal(Reply reply) {
        var isSure = reply.status() < 500
                || reply.status() == FULL
                || reply.text("type").equals(NEVER_SENT);
        return isSure ? Outcome.REFUSED : Outcome.UNKNOWN;
    }
}
