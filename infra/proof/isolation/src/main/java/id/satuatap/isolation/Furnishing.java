package id.satuatap.isolation;

import static id.satuatap.isolation.Fixture.B;

import id.satuatap.stack.Database;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/** Fills a tenant by real calls, as its people would: assessment, answers, evidence, invitation, a copy for the province. */
final class Furnishing {

    private static final int INDICATOR = 3;
    private static final Duration TO_RELAY = Duration.ofSeconds(60);

    private final Fixture fixture;

    Furnishing(Fixture fixture) {
        this.fixture = fixture;
    }

    Place furnish(String slug) throws SQLException {
        var assessor = fixture.probe()
                .as(fixture.member(slug, "internal-assessor"))
                .at(slug)
                .direct();
        var admin = fixture.probe()
                .as(fixture.member(slug, "tenant-admin"))
                .at(slug)
                .direct();
        var assessment = assessment(assessor);
        var indicator = "/api/v1/spbe/assessments/%s/indicators/%d".formatted(assessment, INDICATOR);
        var version = assessor.get(indicator).json().path("version").asInt();
        must(assessor.with("If-Match", "\"" + version + "\"")
                .put(indicator, Map.of("level", 3, "fact", "fakta", "analysis", "telaah")));
        var evidence = must(assessor.with("Idempotency-Key", UUID.randomUUID().toString())
                        .send(
                                "POST",
                                indicator + "/evidence?name=bukti.pdf",
                                Fixture.pdf(new Canary(slug, "file", 1).toString())))
                .json();
        var invited = must(admin.post(
                        "/api/v1/invitations",
                        Map.of(
                                "email",
                                new Canary(slug, "mail", System.nanoTime() / 1000) + "@contoh.example",
                                "role",
                                "walidata")))
                .json();
        var link = invited.path("link").asString();
        return new Place(
                slug,
                tenant(slug),
                assessment,
                INDICATOR,
                UUID.fromString(evidence.path("id").asString()),
                UUID.fromString(evidence.path("document").asString()),
                member(slug),
                link.substring(link.lastIndexOf('/') + 1));
    }

    /** B shares with the province; the internal assessor of A becomes a member of B, too. */
    void shareBoth() {
        var coordinator =
                fixture.probe().as(fixture.member(B, "coordinator")).at(B).direct();
        must(coordinator.post("/api/v1/spbe/assessments/" + fixture.place(B).assessment() + "/sharing", ""));
        var inB = fixture.probe().as(fixture.ofBoth()).at(B).direct();
        if (must(inB.get("/api/v1/me")).json().path("roles").toString().contains("data-entry")) {
            return;
        }
        var admin = fixture.probe().as(fixture.member(B, "tenant-admin")).at(B).direct();
        var invitation = Map.of("email", fixture.ofBoth().email(), "role", "data-entry");
        var link = must(admin.post("/api/v1/invitations", invitation))
                .json()
                .path("link")
                .asString();
        must(inB.post("/api/v1/invitations/" + link.substring(link.lastIndexOf('/') + 1) + "/acceptance", ""));
    }

    /** Until the listeners have heard of everything: what they write must not be older than the canaries. */
    void awaitRelayed() throws SQLException {
        var deadline = Instant.now().plus(TO_RELAY);
        while (waiting() > 0) {
            if (Instant.now().isAfter(deadline)) {
                throw new IllegalStateException("Events still wait to be relayed");
            }
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }

    private long waiting() throws SQLException {
        try (var connection = fixture.stack().database().superuser(Database.PLATFORM);
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from outbox.event where relayed_at is null")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static UUID assessment(Caller assessor) {
        var all = must(assessor.get("/api/v1/spbe/assessments")).json().path("items");
        var found = all.isEmpty()
                ? must(assessor.post("/api/v1/spbe/assessments", Map.of("year", 2026)))
                        .json()
                : all.get(0);
        return UUID.fromString(found.path("id").asString());
    }

    private UUID tenant(String slug) throws SQLException {
        return id("select id from tenancy.tenant where slug = ?", slug);
    }

    private UUID member(String slug) throws SQLException {
        return id("""
                select m.id from access.membership m join tenancy.tenant t on t.id = m.tenant_id
                 where t.slug = ? and m.role = 'counter-officer' and not m.machine and m.ended_at is null
                """, slug);
    }

    private UUID id(String sql, String slug) throws SQLException {
        try (var connection = fixture.stack().database().superuser(Database.PLATFORM);
                var query = connection.prepareStatement(sql)) {
            query.setString(1, slug);
            try (var rows = query.executeQuery()) {
                if (!rows.next()) {
                    throw new IllegalStateException("Nothing in " + slug + ": " + sql);
                }
                return rows.getObject(1, UUID.class);
            }
        }
    }

    private static Answer must(Answer answer) {
        if (!answer.isOk()) {
            throw new IllegalStateException(answer.status() + " " + answer.text());
        }
        return answer;
    }
}
