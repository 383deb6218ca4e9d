package id.satuatap.isolation.http;

import static id.satuatap.isolation.Fixture.A;
import static id.satuatap.isolation.Fixture.B;

import id.satuatap.isolation.Answer;
import id.satuatap.isolation.Fixture;
import id.satuatap.isolation.Principal;
import id.satuatap.stack.Database;
import id.satuatap.stack.Suite;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;

/** Group F: what one tenant could sense of another by caches, counters and limits. */
public final class TraceCases {

    private final Trials trials;
    private final Fixture fixture;

    private TraceCases(Trials trials) {
        this.trials = trials;
        this.fixture = trials.fixture();
    }

    public static void run(Suite.Run run) throws Exception {
        var cases = new TraceCases(new Trials(run, Fixture.of(run), "F traces"));
        cases.keys();
        cases.negative();
        cases.counters();
        cases.limits();
        cases.missing();
    }

    private void keys() {
        var assessor = fixture.member(A, "internal-assessor");
        for (var subject : List.of(
                assessor.subject().toUpperCase(java.util.Locale.ROOT),
                assessor.subject() + " ",
                " " + assessor.subject(),
                assessor.subject() + "|" + B,
                assessor.subject().substring(1),
                assessor.subject() + "\u0000",
                "%")) {
            trials.trial(
                    "F01a",
                    "a subject like the assessor's: "
                            + subject.replace(assessor.subject(), "…").replace("\u0000", "NUL"),
                    () -> Trials.ok(fixture.probe().as(assessor).at(A).direct().get("/api/v1/spbe/assessments")),
                    () -> {
                        var status = asSubject(subject)
                                .get("/api/v1/spbe/assessments")
                                .status();
                        return Trials.Seen.of(status == 401 || status == 403, status);
                    });
        }
        var direct = fixture.probe().as(assessor).direct();
        for (var slug : List.of("REJANGLEBONG", "rejanglebong,lebong", "rejang lebong", "ｒejanglebong", "%")) {
            trials.refused(
                    "F01b",
                    "a tenant named '" + slug + "'",
                    400,
                    () -> direct.at(A).get("/api/v1/me"),
                    () -> direct.with("X-Satu-Tenant", slug.replace("ｒ", "r\u00a0"))
                            .get("/api/v1/me"));
        }
    }

    private id.satuatap.isolation.Caller asSubject(String subject) {
        var who = new Principal("lookalike", subject, "lookalike@contoh.example", false, Map.of());
        return fixture.probe().as(who).at(A).direct();
    }

    private void negative() {
        trials.trial(
                "F03a",
                "who was refused and then invited gets in at once",
                () -> Trials.status(member(Fresh.stranger("somebody")), 403),
                () -> {
                    var newcomer = Fresh.stranger("newcomer");
                    member(newcomer);
                    var code = Fresh.invitation(fixture, A, newcomer.email());
                    Fresh.must(fixture.probe()
                            .as(newcomer)
                            .at(A)
                            .direct()
                            .post("/api/v1/invitations/" + code + "/acceptance", ""));
                    var roles = fixture.probe()
                            .as(newcomer)
                            .at(A)
                            .direct()
                            .get("/api/v1/me")
                            .json()
                            .path("roles");
                    return Trials.Seen.of(roles.toString().contains("opd-officer"), roles);
                });
        trials.trial(
                "F03b",
                "an invitation code is unknown in B although it is known in A",
                () -> Trials.ok(
                        fixture.probe().as(fixture.citizen()).at(A).direct().get("/api/v1/me")),
                () -> {
                    var invited = Fresh.stranger("invited");
                    var code = Fresh.invitation(fixture, A, invited.email());
                    var inB = fixture.probe()
                            .as(invited)
                            .at(B)
                            .direct()
                            .post("/api/v1/invitations/" + code + "/acceptance", "");
                    return Trials.status(inB, 404);
                });
        trials.trial(
                "F07",
                "an answer saved in B leaves A's version and ETag as they are",
                () -> Trials.ok(indicator(A)),
                () -> {
                    var before = indicator(A).header("ETag");
                    Fresh.must(Examples.save(fixture.place(B))
                            .with("If-Match", Fresh.answerVersion(fixture, fixture.place(B)))
                            .by(Fresh.as(fixture, B, "data-entry")));
                    return Trials.Seen.of(indicator(A).header("ETag").equals(before), before);
                });
        trials.trial(
                "F11",
                "inviting an official of B into A answers like any other address",
                () -> Trials.ok(invite(Fresh.address())),
                () -> {
                    var known = invite(fixture.member(B, "coordinator").email());
                    var unknown = invite(Fresh.address());
                    return Trials.Seen.of(
                            known.status() == unknown.status()
                                    && known.headers()
                                            .keySet()
                                            .equals(unknown.headers().keySet()),
                            known.status());
                });
    }

    private Answer member(Principal who) {
        return fixture.probe().as(who).at(A).direct().get("/api/v1/members");
    }

    private Answer indicator(String tenant) {
        return Fresh.as(fixture, tenant, "data-entry").get(fixture.place(tenant).indicatorPath());
    }

    private Answer invite(String email) {
        return Fresh.as(fixture, A, "tenant-admin")
                .post("/api/v1/invitations", Map.of("email", email, "role", "walidata"));
    }

    private void counters() {
        trials.trial(
                "F06a",
                "positions in the record count each tenant's own entries only",
                () -> Trials.Seen.of(number("select count(*) from audit.entry") > 0, "entries"),
                () -> {
                    var uneven = number("""
                            select count(*) from (select tenant_id from audit.entry
                             group by tenant_id having max(position) <> count(*)) uneven
                            """);
                    return Trials.Seen.of(uneven == 0, uneven + " tenants with gaps");
                });
        trials.trial("F06b", "no sequence counts for all tenants together", () -> Trials.Seen.of(true, ""), () -> {
            var sequences = number("""
                            select count(*) from pg_sequences where schemaname not in ('pg_catalog', 'public')
                            """);
            return Trials.Seen.of(sequences == 0, sequences + " sequences");
        });
        trials.trial("F06c", "ids tell a time, not how many there are", () -> Trials.Seen.of(true, ""), () -> {
            var first = id(invite(Fresh.address()));
            var second = id(invite(Fresh.address()));
            return Trials.Seen.of(
                    first.version() == 7
                            && Math.abs(first.getLeastSignificantBits() - second.getLeastSignificantBits()) > 1_000_000,
                    first.version());
        });
    }

    private static UUID id(Answer invitation) {
        return UUID.fromString(Fresh.must(invitation).json().path("id").asString());
    }

    private long number(String sql) throws SQLException {
        try (var connection = fixture.stack().database().superuser(Database.PLATFORM);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** Buckets of the gateway are a tenant's own: A's flood must not be felt in B. */
    private void limits() {
        trials.trial(
                "F15",
                "a flood of A is refused with 429 and costs B nothing",
                () -> Trials.Seen.of(once(B) == 200, "B answers"),
                () -> {
                    try (var pool = Executors.newFixedThreadPool(16)) {
                        var flood =
                                pool.invokeAll(java.util.Collections.<java.util.concurrent.Callable<Integer>>nCopies(
                                        1500, () -> once(Fixture.C)));
                        var refused = 0;
                        for (var done : flood) {
                            refused += done.get() == 429 ? 1 : 0;
                        }
                        var inB = once(B);
                        return Trials.Seen.of(inB == 200, refused + " of 1500 refused, B: " + inB);
                    }
                });
    }

    private int once(String tenant) throws Exception {
        var request = fixture.probe()
                .as(Principal.NOBODY)
                .at(tenant)
                .request("GET", "/api/v1/spbe/instruments/none", new byte[0])
                .build();
        var status = fixture.stack()
                .http()
                .send(request, java.net.http.HttpResponse.BodyHandlers.discarding())
                .statusCode();
        return status == 404 ? 200 : status;
    }

    private void missing() {
        trials.notYet(
                "F02", "a template, logo or translation of A is shown in B", "feature missing: tenants' own templates");
        trials.notYet("F05", "statistics of search indexes", "feature missing: search");
        trials.notYet(
                "F09",
                "the province's total less one's own is the other's",
                "feature missing: totals with a threshold");
        trials.notYet("F14", "suggestions learnt over all tenants", "feature missing: suggestions");
    }
}
