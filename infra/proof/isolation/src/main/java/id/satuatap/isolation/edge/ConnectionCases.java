package id.satuatap.isolation.edge;

import static id.satuatap.isolation.Fixture.A;
import static id.satuatap.isolation.edge.Ground.VICTIM;
import static id.satuatap.isolation.edge.Ground.must;

import id.satuatap.isolation.Check;
import id.satuatap.isolation.Fixture;
import id.satuatap.stack.Answer;
import id.satuatap.stack.Request;
import id.satuatap.stack.TokenIssuer;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Streams and connections that stay, refusals that are recorded, and floods of unknown keys. */
final class ConnectionCases {

    private static final String ME = "/api/v1/me";
    private static final int STORM = 60;

    private final Ground ground;
    private final String token;

    ConnectionCases(Ground ground) {
        this.ground = ground;
        this.token = ground.token(A, "coordinator");
    }

    void run() {
        connections();
        keys();
        recorded();
    }

    private void connections() {
        ground.check(
                "I05",
                "two people on one connection: each is who the own token says",
                () -> {
                    try (var wire = ground.wire()) {
                        var first = wire.write(bearer(ME, token).bytes(ground.host()))
                                .read();
                        var second = wire.write(bearer(ME, ground.token(A, "tenant-admin"))
                                        .bytes(ground.host()))
                                .read();
                        must(first.text().contains("coordinator"), "the first", first);
                        must(second.text().contains("-tenant-admin"), "the second", second);
                        return wire.write(Request.get(ME).bytes(ground.host())).read();
                    }
                },
                Check.status(401));
        ground.check(
                "I05",
                "two tenants on one connection",
                () -> {
                    try (var wire = ground.wire()) {
                        wire.write(bearer(ME, token).bytes(ground.host())).read();
                        return wire.write(bearer(ME, token).bytes(ground.host(VICTIM)))
                                .read();
                    }
                },
                Check.status(403));
        ground.check(
                "E05",
                "two requests at once: two answers, each its own",
                () -> {
                    try (var wire = ground.wire()) {
                        wire.write(bearer(ME, token).bytes(ground.host()));
                        wire.write(Request.get("/api/v1/tenants/" + A).bytes(ground.host()));
                        var me = wire.read();
                        must(me.text().contains("\"subject\""), "the first", me);
                        return wire.read();
                    }
                },
                Check.has("\"slug\""));
        ground.check(
                "E05",
                "a body that nobody reads is not the next request",
                () -> {
                    try (var wire = ground.wire(Duration.ofSeconds(3))) {
                        var hidden =
                                "GET /api/v1/tenants/smuggled HTTP/1.1\r\nHost: %s\r\n\r\n".formatted(ground.host());
                        var answers = wire.write(Request.get("/api/v1/tenants/" + A)
                                        .with("Content-Length", "" + hidden.length())
                                        .bytes(ground.host()))
                                .write(hidden)
                                .readAll();
                        return must(answers.size() == 1, answers.size() + " answers", answers.getFirst());
                    }
                },
                Check.holds(answer -> answer.status() < 500, "no failure"));
    }

    private void keys() {
        ground.check(
                "K13", "a storm of tokens with unknown keys is no storm at identity", this::storm, Check.status(401));
        ground.check(
                "K13",
                "a key that was never published, under the newest key's name",
                () -> me(unknown(TokenIssuer.KEY_ID + "2")),
                Check.status(401));
    }

    private Answer storm() throws IOException {
        var before = ground.stack().tokens().asked();
        var since = Instant.now();
        var last = Answer.nothing(Answer.CUT);
        for (var i = 0; i < STORM; i++) {
            last = me(unknown("unknown-" + i));
        }
        var allowed = 2 + Duration.between(since, Instant.now()).toSeconds() / 2;
        var asked = ground.stack().tokens().asked() - before;
        return must(asked <= allowed, "asked for keys %d times for %d tokens".formatted(asked, STORM), last);
    }

    private void recorded() {
        var subject = ground.client(A, "tenant-admin").clientId();
        ground.check(
                "A01",
                "a token of A at the host of another: refused, and that one's record says so",
                () -> {
                    var answer = ground.send(
                            ground.host(VICTIM), bearer("/api/v1/members", ground.token(A, "tenant-admin")));
                    return must(
                            Fixture.await(Duration.ofSeconds(30), () -> refusals(subject) > 0),
                            "not in the record",
                            answer);
                },
                Check.status(403));
    }

    private long refusals(String subject) {
        return ground.fixture().number("""
                select count(*) from audit.entry e
                  join tenancy.tenant t on t.id = e.tenant_id
                  join access.person p on p.tenant_id = e.tenant_id and p.id = e.actor
                 where t.slug = ? and e.kind = 'REFUSAL' and p.subject = ?
                """, VICTIM, subject);
    }

    private String unknown(String key) {
        return ground.stack()
                .tokens()
                .sign(
                        Map.of("alg", "RS256", "kid", key),
                        ground.stack().tokens().claims("x"));
    }

    private Answer me(String with) throws IOException {
        return ground.send(ground.host(), bearer(ME, with));
    }

    private static Request bearer(String path, String token) {
        return Request.get(path).with("Authorization", "Bearer " + token);
    }
}
