package id.satuatap.isolation.edge;

import static id.satuatap.isolation.edge.Ground.A;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Those who take their time. They run beside all other cases, which shows as well that nobody else is held up by them. */
final class SlowCases {

    private static final Duration HEADERS = Duration.ofSeconds(30);
    private static final Duration BODY = Duration.ofSeconds(50);
    private static final int SLICE = 2;

    private final Ground ground;
    private final String host;
    private final CompletableFuture<Answer> drip = new CompletableFuture<>();
    private final CompletableFuture<Answer> silence = new CompletableFuture<>();
    private final CompletableFuture<Answer> body = new CompletableFuture<>();

    SlowCases(Ground ground) {
        this.ground = ground;
        this.host = ground.host(A);
    }

    void begin() {
        Thread.ofVirtual().start(() -> finish(drip, this::dripHeaders));
        Thread.ofVirtual().start(() -> finish(silence, () -> hold("", HEADERS)));
        Thread.ofVirtual()
                .start(() -> finish(
                        body,
                        () -> hold(
                                "POST /api/v1/spbe/instruments/permenpanrb-59-2020/score HTTP/1.1\r\nHost: %s\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{\"year\""
                                        .formatted(host),
                                BODY)));
    }

    /** What came of it; waits for the last. */
    void end() {
        ended("slowloris: a header line each two seconds", drip, HEADERS);
        ended("a connection on which nothing is said", silence, HEADERS);
        ended("a body that stops after its first bytes", body, BODY);
    }

    private void ended(String what, CompletableFuture<Answer> found, Duration within) {
        ground.attack("E07", what + " is given up, and nobody else waits")
                .twin(() -> ground.send(Ask.get(host, "/api/v1/tenants/" + A)))
                .holds(found::join, answer -> fault(answer, within));
    }

    private static @Nullable String fault(Answer answer, Duration within) {
        return answer.status() == Answer.CUT || answer.status() == 408
                ? null
                : "still open after %d s".formatted(within.toSeconds());
    }

    private Answer dripHeaders() throws IOException {
        var until = Instant.now().plus(HEADERS);
        try (var wire = ground.wire(Duration.ofSeconds(SLICE))) {
            wire.write("GET /api/v1/tenants HTTP/1.1\r\nHost: " + host + "\r\n");
            while (Instant.now().isBefore(until)) {
                wire.write("X: y\r\n");
                if (wire.isCut()) {
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

    private static void finish(CompletableFuture<Answer> found, Attack.Asking work) {
        try {
            found.complete(work.ask());
        } catch (Exception e) {
            found.completeExceptionally(e);
        }
    }
}
