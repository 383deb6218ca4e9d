package id.satuatap.isolation.edge;

import static id.satuatap.isolation.Fixture.A;

import id.satuatap.isolation.Check;
import id.satuatap.stack.Answer;
import id.satuatap.stack.Request;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;

/** Those who take their time. They run beside all other cases, which shows as well that nobody else is held up by them. */
final class SlowCases {

    private static final Duration HEADERS = Duration.ofSeconds(30);
    private static final Duration BODY = Duration.ofSeconds(50);
    private static final Duration SLICE = Duration.ofSeconds(2);
    private static final String HALF = """
            POST /api/v1/spbe/instruments/permenpanrb-59-2020/score HTTP/1.1\r
            Host: %s\r
            Content-Type: application/json\r
            Content-Length: 1000\r
            \r
            {"year\"""";

    private final Ground ground;
    private final CompletableFuture<Answer> drip = new CompletableFuture<>();
    private final CompletableFuture<Answer> silence = new CompletableFuture<>();
    private final CompletableFuture<Answer> body = new CompletableFuture<>();

    SlowCases(Ground ground) {
        this.ground = ground;
    }

    void begin() {
        begin(drip, this::dripHeaders);
        begin(silence, () -> hold("", HEADERS));
        begin(body, () -> hold(HALF.formatted(ground.host()), BODY));
    }

    /** What came of it; waits for the last. */
    void end() {
        ended("slowloris: a header line each two seconds", drip);
        ended("a connection on which nothing is said", silence);
        ended("a body that stops after its first bytes", body);
    }

    private void ended(String what, CompletableFuture<Answer> found) {
        var allowed = Request.get("/api/v1/tenants/" + A);
        ground.cases()
                .check(
                        "E07",
                        what + " is given up, and nobody else waits",
                        () -> ground.send(ground.host(), allowed),
                        found::join,
                        Check.status(Answer.CUT, 408));
    }

    private Answer dripHeaders() throws IOException {
        var until = Instant.now().plus(HEADERS);
        try (var wire = ground.wire(SLICE)) {
            wire.write("GET /api/v1/tenants HTTP/1.1\r\nHost: " + ground.host() + "\r\n");
            while (Instant.now().isBefore(until)) {
                if (wire.write("X: y\r\n").isCut()) {
                    return Answer.nothing(Answer.CUT);
                }
            }
            return Answer.nothing(Answer.SILENT);
        }
    }

    private Answer hold(String beginning, Duration patience) throws IOException {
        try (var wire = ground.wire(patience)) {
            return wire.write(beginning).read();
        }
    }

    private static void begin(CompletableFuture<Answer> found, Callable<Answer> work) {
        Thread.ofVirtual().start(() -> {
            try {
                found.complete(work.call());
            } catch (Exception e) {
                found.completeExceptionally(e);
            }
        });
    }
}
