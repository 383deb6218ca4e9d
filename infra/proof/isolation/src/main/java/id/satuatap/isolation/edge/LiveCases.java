package id.satuatap.isolation.edge;

import static id.satuatap.isolation.edge.Ground.A;
import static id.satuatap.isolation.edge.Ground.B;

import id.satuatap.stack.Part;
import id.satuatap.stack.TokenIssuer;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Streams and connections that stay, floods of unknown keys, and the error pages of each part. */
final class LiveCases {

    private static final String EVENTS = "/api/v1/events";
    private static final int STORM = 60;

    /** An address that leads to a part, and is not there. */
    private record Door(String part, String host, String path) {}

    private final Ground ground;

    LiveCases(Ground ground) {
        this.ground = ground;
    }

    void run() {
        streams();
        keys();
        errors();
        edges();
    }

    private void streams() {
        var soundToken = ground.token(A, "coordinator");
        Attack.Asking twin = () -> begin(A, soundToken, "");
        ground.attack("I01", "A's token at B's stream of events")
                .twin(twin)
                .refused(() -> begin(B, soundToken, ""), 403);
        ground.attack("I01", "a stream of events for nobody")
                .twin(twin)
                .refused(() -> ground.send(Ask.get(ground.host(A), EVENTS)), 401);
        for (var path : List.of(
                EVENTS + "/" + B,
                EVENTS + "/*",
                EVENTS + "/%23",
                EVENTS + "/%3E",
                EVENTS + "?tenant=" + B + "&topic=*")) {
            ground.attack("I01", path)
                    .twin(twin)
                    .holds(
                            () -> head(Ask.get(ground.host(A), path).bearer(soundToken)),
                            answer -> answer.status() < 500 ? null : "answered " + answer.status());
        }
        for (var id : List.of(
                "-1", "0", UUID.randomUUID().toString(), "x".repeat(1000), "' or 1=1", "99999999999999999999")) {
            ground.attack(
                            "I03",
                            "a stream that goes on after the event “%s”: its own, from now"
                                    .formatted(id.length() > 40 ? id.length() + " characters" : id))
                    .twin(twin)
                    .holds(
                            () -> begin(A, soundToken, id),
                            answer -> answer.status() == 200 && !answer.body().contains("data:")
                                    ? null
                                    : answer.status() + " " + answer.body());
        }
        ground.attack("I02", "a stream ends with its token")
                .twin(twin)
                .holds(
                        () -> {
                            var dying = ground.token(
                                    A,
                                    "coordinator",
                                    claims -> claims.put("exp", Instant.now().getEpochSecond() + 2));
                            try (var wire = ground.wire(Duration.ofSeconds(20))) {
                                var begun = wire.write(Ask.get(ground.host(A), EVENTS)
                                                .bearer(dying)
                                                .bytes())
                                        .readHead();
                                var until = Instant.now().plusSeconds(20);
                                while (Instant.now().isBefore(until)) {
                                    var read = wire.readByte();
                                    if (read < 0 || endsChunks(wire, read)) {
                                        return begun;
                                    }
                                }
                                return Answer.nothing(Answer.SILENT);
                            }
                        },
                        answer -> answer.status() == 200 ? null : "goes on");
        ground.attack("I05", "two people on one connection: each is who the own token says")
                .holds(
                        () -> {
                            try (var wire = ground.wire()) {
                                var first =
                                        wire.write(me(A, soundToken).bytes()).read();
                                var second = wire.write(me(A, ground.token(A, "tenant-admin"))
                                                .bytes())
                                        .read();
                                var third = wire.write(Ask.get(ground.host(A), "/api/v1/me")
                                                .bytes())
                                        .read();
                                if (!first.body().contains("coordinator")
                                        || !second.body().contains("-tenant-admin")
                                        || third.status() != 401) {
                                    throw new AssertionError(
                                            "%d %d %d".formatted(first.status(), second.status(), third.status()));
                                }
                                return third;
                            }
                        },
                        answer -> null);
        ground.attack("I05", "two tenants on one connection")
                .holds(
                        () -> {
                            try (var wire = ground.wire()) {
                                wire.write(me(A, soundToken).bytes()).read();
                                return wire.write(me(B, soundToken).bytes()).read();
                            }
                        },
                        answer -> answer.status() == 403 ? null : "answered " + answer.status());
    }

    private void keys() {
        var claims = ground.tokens().claims("x");
        ground.attack("K13", "a storm of tokens with unknown keys is no storm at identity")
                .twin(() -> ground.send(me(A, ground.token(A, "coordinator"))))
                .holds(
                        () -> {
                            var before = ground.tokens().asked();
                            var since = Instant.now();
                            var last = Answer.nothing(0);
                            for (var i = 0; i < STORM; i++) {
                                last = ground.send(me(
                                        A,
                                        ground.tokens().sign(Map.of("alg", "RS256", "kid", "unknown-" + i), claims)));
                            }
                            var allowed =
                                    2 + Duration.between(since, Instant.now()).toSeconds() / 2;
                            var asked = ground.tokens().asked() - before;
                            if (asked > allowed) {
                                throw new AssertionError(
                                        "asked for keys %d times for %d tokens".formatted(asked, STORM));
                            }
                            return last;
                        },
                        answer -> answer.status() == 401 ? null : "answered " + answer.status());
        ground.attack("K13", "two keys at once: identity's own and the test's are both taken")
                .holds(
                        () -> ground.send(me(
                                A,
                                ground.stack()
                                        .accessToken(
                                                ground.stack().credentials().client(A, "coordinator")))),
                        answer -> answer.status() == 200 ? null : "answered " + answer.status());
        ground.attack("K13", "a key that was never published, under the newest key's name")
                .refused(
                        () -> ground.send(me(
                                A,
                                ground.tokens().sign(Map.of("alg", "RS256", "kid", TokenIssuer.KEY_ID + "2"), claims))),
                        401);
    }

    /** Something wrong for each part, once as a page and once as a program's answer. */
    private void errors() {
        for (var door : List.of(
                new Door("gateway", "tidak.ada.localhost", "/"),
                new Door("citizen-ui", ground.host(A), "/tidak/ada"),
                new Door("tenant-admin", ground.host(A), "/admin/VAADIN/tidak-ada.js"),
                new Door("platform-core", ground.host(A), "/api/v1/tidak-ada"),
                new Door("identity", ground.identity(), "/tidak/ada"))) {
            var part = door.part();
            var host = door.host();
            var path = door.path();
            for (var accept : List.of("text/html", "application/json", "*/*", "x", "image/png")) {
                error(
                        part + ": an address that is not there, for " + accept,
                        Ask.get(host, path).with("Accept", accept));
            }
            error(part + ": a method that is not there", Ask.get(host, path).method("DELETE"));
            error(part + ": a body that is no JSON", Ask.post(host, path, Ask.JSON, "{\"a\":"));
            error(
                    part + ": a body that is no form",
                    Ask.post(host, path, "multipart/form-data; boundary=x", "--x\r\n\r\n"));
            error(
                    part + ": a language, a range and a condition that make no sense",
                    Ask.get(host, path)
                            .with("Accept-Language", "x;q=y")
                            .with("Range", "bytes=9-1")
                            .with("If-Modified-Since", "never")
                            .with("If-None-Match", "\""));
            error(part + ": a query that is broken", Ask.get(host, path + "?a=%zz&b=%00&c[]=%ff"));
        }
        for (var part : List.of(Part.PLATFORM_CORE, Part.TENANT_ADMIN, Part.CITIZEN_UI, Part.IDENTITY)) {
            ground.attack("O09", part.label() + ", past the gateway: nothing of its insides")
                    .holds(
                            () -> ground.sendTo(
                                    part,
                                    Ask.get("127.0.0.1", "/admin/%5c..%5c?x=%zz")
                                            .with("Accept", "text/html")),
                            answer -> answer.status() < 500 ? null : "answered " + answer.status());
        }
    }

    private void error(String what, Ask ask) {
        ground.attack("O09", what)
                .holds(
                        () -> ground.send(ask),
                        answer -> answer.status() > 0 && answer.status() < 500 ? null : "answered " + answer.status());
    }

    private void edges() {
        ground.report()
                .notYet(
                        Attack.SECTION,
                        "E06",
                        "parts of a form smuggled through a gateway that checks parts",
                        "the gateway reads no parts; uploads are raw bytes");
        ground.report()
                .notYet(
                        Attack.SECTION,
                        "E15",
                        "a POST sent twice when a part hangs up",
                        "needs a part that hangs up; shown in the gateway's own tests (ResilienceTest)");
        ground.report()
                .notYet(
                        Attack.SECTION,
                        "I06",
                        "a slow reader of 10⁵ waiting events",
                        "measured with the load of infra/bench; a reader who takes nothing is shown in the gateway's own tests");
        ground.report().notYet(Attack.SECTION, "I07", "who is looking at the same screen", "there is no such feature");
        ground.report()
                .notYet(
                        Attack.SECTION,
                        "E18",
                        "a flood under made-up addresses",
                        "would slow all other sections; shown in the gateway's own tests (LimitsTest)");
    }

    private static Ask asker(Ask ask) {
        return ask.with("Accept", "text/event-stream");
    }

    private Ask me(String tenant, String token) {
        return Ask.get(ground.host(tenant), "/api/v1/me").bearer(token);
    }

    private Answer begin(String tenant, String token, String lastEvent) throws IOException {
        var ask = asker(Ask.get(ground.host(tenant), EVENTS).bearer(token));
        return head(lastEvent.isEmpty() ? ask : ask.with("Last-Event-ID", lastEvent));
    }

    /** The head of an answer that may go on for ever, and what follows at once. */
    private Answer head(Ask ask) throws IOException {
        try (var wire = ground.wire()) {
            return wire.write(ask.bytes()).readHead();
        }
    }

    /** A chunk of no length: {@code 0 CR LF CR LF} right after a line's end. */
    private static boolean endsChunks(Wire wire, int read) throws IOException {
        return read == '0' && wire.readByte() == '\r' && wire.readByte() == '\n' && wire.readByte() == '\r';
    }
}
