package id.satuatap.isolation.http;

import static id.satuatap.isolation.Fixture.A;
import static id.satuatap.isolation.Fixture.B;

import id.satuatap.isolation.Caller;
import id.satuatap.isolation.Canary;
import id.satuatap.isolation.Cases;
import id.satuatap.isolation.Fixture;
import id.satuatap.isolation.Principal;
import id.satuatap.isolation.Seen;
import id.satuatap.isolation.subject.Subject;
import id.satuatap.stack.Answer;
import id.satuatap.stack.Request;
import id.satuatap.stack.Wire;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Group I: streams of events, which stay open while rights change. */
public final class EventCases {

    private static final String EVENTS = "/api/v1/events";
    private static final String INDICATOR = "/api/v1/spbe/assessments/{assessment}/indicators/{no}";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Fixture fixture;
    private final Caller listener;

    private EventCases(Fixture fixture) {
        this.fixture = fixture;
        this.listener = fixture.as(A, "internal-assessor");
    }

    public static void run(Cases cases) {
        var events = new EventCases(cases.fixture());
        for (var last : List.of("", UUID.randomUUID().toString(), "-1", "99999999999999999999")) {
            cases.trial(
                    last.isEmpty() ? "I01" : "I03",
                    "A's stream tells of A's change only" + (last.isEmpty() ? "" : ", Last-Event-ID " + last),
                    () -> events.heard(last));
        }
        for (var outsider : List.of(events.fixture.member(A, "coordinator"), events.fixture.citizen())) {
            cases.trial(
                    "I01",
                    "B's stream tells nothing of its members to " + outsider.name(),
                    () -> events.told(outsider));
        }
        cases.trial("I02", "a stream ends with the token it was opened with", events::ends);
    }

    /** B saves, then A saves, while a member of A listens until A's own is heard. */
    private Seen heard(String last) throws Exception {
        var own = fixture.thing(A, INDICATOR).get("assessment") + "";
        var foreign = fixture.thing(B, INDICATOR).get("assessment") + "";
        var heard = new ConcurrentLinkedQueue<String>();
        var request = Request.get(EVENTS).with("Accept", "text/event-stream");
        try (var wire = Wire.to(listener.port(), PATIENCE)) {
            wire.write(listener.bytes(last.isEmpty() ? request : request.with("Last-Event-ID", last)));
            var begun = wire.readHead();
            var listening = CompletableFuture.runAsync(() -> listen(wire, heard, own));
            save(B);
            save(A);
            listening.join();
            var isForeign = heard.stream().anyMatch(line -> line.contains(foreign));
            var isOwn = heard.stream().anyMatch(line -> line.contains(own));
            return Seen.of(
                    begun.isOk() && isOwn && !isForeign,
                    "%d lines, own %s, another's %s".formatted(heard.size(), isOwn, isForeign));
        }
    }

    /** B saves while a member of B and somebody from outside listen there; the second hears nothing after the first did. */
    private Seen told(Principal outsider) throws IOException {
        var member = fixture.as(B, "internal-assessor");
        var stranger = fixture.as(outsider, B);
        var changed = fixture.thing(B, INDICATOR).get("assessment") + "";
        var within = new ConcurrentLinkedQueue<String>();
        var without = new ConcurrentLinkedQueue<String>();
        try (var inside = Wire.to(member.port(), PATIENCE);
                var outside = Wire.to(stranger.port(), PATIENCE)) {
            var begun = inside.write(member.bytes(Request.get(EVENTS))).readHead();
            var opened = outside.write(stranger.bytes(Request.get(EVENTS))).readHead();
            save(B);
            listen(inside, within, changed);
            listen(outside.patience(Duration.ofSeconds(2)), without, changed);
            var isQuiet = without.stream().noneMatch(line -> line.contains("data:"));
            return Seen.of(
                    begun.isOk() && opened.isOk() && within.contains(changed) && isQuiet,
                    "%d lines inside, %d outside".formatted(within.size(), without.size()));
        }
    }

    private static void listen(Wire wire, Queue<String> heard, String until) {
        try {
            for (var line = wire.line(); !line.contains(until); line = wire.line()) {
                heard.add(line);
            }
            heard.add(until);
        } catch (IOException silence) {
            heard.add("silence");
        }
    }

    private Seen ends() throws Exception {
        var dying = listener.token(fixture.client().token(listener.principal(), Map.of("exp", "+2")));
        try (var wire = Wire.to(dying.port(), PATIENCE)) {
            Answer ended = wire.write(dying.bytes(Request.get(EVENTS))).read();
            return Seen.ok(ended);
        }
    }

    private void save(String tenant) {
        var caller = fixture.able(tenant, "assessment:answer");
        var path = fixture.path(tenant, INDICATOR);
        var version = caller.get(path).header("ETag");
        var canary = new Canary(tenant, "spbe.answer", 5).toString();
        Subject.must(
                caller.with("If-Match", version).put(path, Map.of("level", 3, "fact", canary, "analysis", canary)));
    }
}
