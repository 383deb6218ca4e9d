package id.satuatap.isolation.http;

import static id.satuatap.isolation.Fixture.A;
import static id.satuatap.isolation.Fixture.B;

import id.satuatap.isolation.Caller;
import id.satuatap.isolation.Fixture;
import id.satuatap.stack.Suite;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Group I: streams of events, which stay open while rights change. */
public final class LiveCases {

    private static final String EVENTS = "/api/v1/events";
    private static final int SECONDS = 6;

    private final Trials trials;
    private final Fixture fixture;
    private final Caller assessor;

    private LiveCases(Trials trials) {
        this.trials = trials;
        this.fixture = trials.fixture();
        this.assessor = Fresh.as(fixture, A, "internal-assessor");
    }

    public static void run(Suite.Run run) throws Exception {
        var cases = new LiveCases(new Trials(run, Fixture.of(run), "I live"));
        cases.subscribing();
        cases.listening();
        cases.trials.notYet("I05", "another person on the same connection", "feature missing: streams take no cookies");
        cases.trials.notYet("I07", "who else looks at a page", "feature missing: presence");
    }

    private void subscribing() {
        trials.refused(
                "I01a",
                "B's events by a member of A",
                403,
                this::shortStream,
                () -> Fresh.as(fixture, A, "walidata").at(B).get(EVENTS));
        for (var topic : java.util.List.of("*", "%23", "lebong", "lebong%3e")) {
            trials.refused(
                    "I01b",
                    "events of the topic " + topic,
                    404,
                    this::shortStream,
                    () -> assessor.get(EVENTS + "/" + topic));
        }
        trials.refused(
                "I01c",
                "events at the bare host",
                403,
                this::shortStream,
                () -> fixture.probe()
                        .as(fixture.member(A, "internal-assessor"))
                        .direct()
                        .get(EVENTS));
        trials.refused(
                "I01d",
                "events for somebody without a role",
                403,
                this::shortStream,
                () -> fixture.probe().as(fixture.citizen()).at(A).direct().get(EVENTS));
    }

    private id.satuatap.isolation.Answer shortStream() {
        return assessor.token(token(1)).get(EVENTS);
    }

    private String token(int seconds) {
        return fixture.stack()
                .tokens()
                .token(
                        fixture.member(A, "internal-assessor").subject(),
                        Map.of("client_id", "tenant-admin", "exp", Instant.now().getEpochSecond() + seconds));
    }

    private void listening() {
        for (var lastEvent : java.util.List.of("", UUID.randomUUID().toString(), "-1", "99999999999999999999")) {
            trials.trial(
                    lastEvent.isEmpty() ? "I01e" : "I03",
                    "A's stream tells of A's change only" + (lastEvent.isEmpty() ? "" : ", Last-Event-ID " + lastEvent),
                    () -> Trials.ok(assessor.get("/api/v1/me")),
                    () -> changesIn(lastEvent));
        }
        trials.trial("I02", "a stream ends with the token it was opened with", () -> Trials.ok(shortStream()), () -> {
            var since = System.nanoTime();
            var ended = assessor.token(token(2)).get(EVENTS);
            var took = Duration.ofNanos(System.nanoTime() - since);
            return Trials.Seen.of(ended.isOk() && took.compareTo(Duration.ofSeconds(10)) < 0, took.toMillis() + " ms");
        });
    }

    /** B saves, then A saves, while a member of A listens. */
    private Trials.Seen changesIn(String lastEvent) throws Exception {
        var listener = assessor.token(token(SECONDS));
        var stream = CompletableFuture.supplyAsync(
                () -> (lastEvent.isEmpty() ? listener : listener.with("Last-Event-ID", lastEvent)).get(EVENTS));
        LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
        save(B);
        save(A);
        var heard = stream.get(60, TimeUnit.SECONDS).text();
        var own = fixture.place(A).assessment().toString();
        var foreign = fixture.place(B).assessment().toString();
        return Trials.Seen.of(
                heard.contains(own) && !heard.contains(foreign),
                heard.getBytes(StandardCharsets.UTF_8).length + " bytes heard");
    }

    private void save(String tenant) {
        var place = fixture.place(tenant);
        Fresh.must(Examples.save(place)
                .with("If-Match", Fresh.answerVersion(fixture, place))
                .by(Fresh.as(fixture, tenant, "data-entry")));
    }
}
