package id.satuatap.isolation.http;

import static id.satuatap.isolation.Fixture.A;

import id.satuatap.isolation.Answer;
import id.satuatap.isolation.Caller;
import id.satuatap.isolation.Fixture;
import id.satuatap.isolation.Place;
import id.satuatap.stack.Suite;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/** Group M: the same thing done twice, by two, or beyond every limit. */
public final class RaceCases {

    private static final String ASSESSMENTS = "/api/v1/spbe/assessments";

    private final Trials trials;
    private final Fixture fixture;
    private final Caller assessor;
    private final Caller admin;
    private final Place own;

    private RaceCases(Trials trials) {
        this.trials = trials;
        this.fixture = trials.fixture();
        this.assessor = Fresh.as(fixture, A, "internal-assessor");
        this.admin = Fresh.as(fixture, A, "tenant-admin");
        this.own = fixture.place(A);
    }

    public static void run(Suite.Run run) throws Exception {
        var cases = new RaceCases(new Trials(run, Fixture.of(run), "M races"));
        cases.keys();
        cases.together();
        cases.numbers();
        cases.floods();
        cases.missing();
    }

    private void keys() {
        trials.trial(
                "M02a",
                "one key, sent 50 times at once: one assessment",
                () -> Trials.ok(assessor.get(ASSESSMENTS)),
                () -> {
                    var key = UUID.randomUUID().toString();
                    var year = Fresh.year(fixture, A);
                    return once(Collections.nCopies(50, () -> start(key, year)), "id");
                });
        trials.trial(
                "M02b",
                "one key, sent 20 times at once: one invitation",
                () -> Trials.ok(admin.get("/api/v1/members")),
                () -> {
                    var key = UUID.randomUUID().toString();
                    var address = Fresh.address();
                    return once(Collections.nCopies(20, () -> invite(key, address)), "link");
                });
        trials.trial(
                "M02c",
                "one key, sent 10 times at once: one file",
                () -> Trials.ok(upload(UUID.randomUUID().toString(), "x")),
                () -> {
                    var key = UUID.randomUUID().toString();
                    return once(Collections.nCopies(10, () -> upload(key, "y")), "document");
                });
        trials.trial(
                "M03a",
                "one key for another assessment",
                () -> Trials.ok(start(UUID.randomUUID().toString(), Fresh.year(fixture, A))),
                () -> {
                    var key = UUID.randomUUID().toString();
                    var year = Fresh.year(fixture, A);
                    Fresh.must(start(key, year));
                    return Trials.status(start(key, year + 1), 422);
                });
        trials.trial(
                "M03b",
                "one key for another file",
                () -> Trials.ok(upload(UUID.randomUUID().toString(), "x")),
                () -> {
                    var key = UUID.randomUUID().toString();
                    Fresh.must(upload(key, "y"));
                    return Trials.status(upload(key, "z"), 422);
                });
        trials.trial(
                "M03c",
                "one key for another kind of thing",
                () -> Trials.ok(invite(UUID.randomUUID().toString(), Fresh.address())),
                () -> {
                    var key = UUID.randomUUID().toString();
                    Fresh.must(start(key, Fresh.year(fixture, A)));
                    return Trials.status(upload(key, "z"), 422);
                });
        trials.trial(
                "M03d",
                "another person's key gives nothing of that person's",
                () -> Trials.ok(assessor.get(ASSESSMENTS)),
                () -> {
                    var key = UUID.randomUUID().toString();
                    var first = Fresh.must(upload(key, "y")).json().path("id");
                    var second = uploadAs(Fresh.as(fixture, A, "data-entry"), key, "y");
                    return Trials.Seen.of(
                            second.isOk() && !second.json().path("id").equals(first), second.status());
                });
        for (var key : List.of("x".repeat(101), "with space", "%00")) {
            trials.refused(
                    "M03e",
                    "a key of " + key.length() + " characters",
                    key.equals("%00") ? 201 : 400,
                    () -> start(UUID.randomUUID().toString(), Fresh.year(fixture, A)),
                    () -> start(key.equals("%00") ? UUID.randomUUID() + "%00" : key, Fresh.year(fixture, A)));
        }
    }

    private Answer start(String key, int year) {
        return assessor.with("Idempotency-Key", key).post(ASSESSMENTS, Map.of("year", year));
    }

    private Answer invite(String key, String email) {
        return admin.with("Idempotency-Key", key)
                .post("/api/v1/invitations", Map.of("email", email, "role", "walidata"));
    }

    private Answer upload(String key, String content) {
        return uploadAs(assessor, key, content);
    }

    private Answer uploadAs(Caller caller, String key, String content) {
        return caller.with("Idempotency-Key", key)
                .send("POST", own.indicatorPath() + "/evidence?name=x.pdf", Fixture.pdf(content));
    }

    /** All succeed, and all got the same. */
    private static Trials.Seen once(List<Callable<Answer>> work, String field) throws Exception {
        var answers = together(work);
        var got = answers.stream()
                .map(answer -> answer.isOk() ? answer.json().path(field).asString() : answer.status() + "")
                .distinct()
                .toList();
        return Trials.Seen.of(got.size() == 1 && answers.getFirst().isOk(), got.size() + " different answers");
    }

    private static List<Answer> together(List<Callable<Answer>> work) throws Exception {
        try (var pool = Executors.newFixedThreadPool(Math.min(50, work.size()))) {
            var answers = new ArrayList<Answer>();
            for (var done : pool.invokeAll(work)) {
                answers.add(done.get());
            }
            return answers;
        }
    }

    private void together() {
        trials.trial("M06a", "twenty save on the same version: one does", () -> Trials.ok(save(1)), () -> {
            var version = Fresh.answerVersion(fixture, own);
            return oneWins(Collections.nCopies(
                    20,
                    () -> assessor.with("If-Match", version)
                            .put(own.indicatorPath(), Map.of("level", 3, "fact", "x", "analysis", "y"))));
        });
        trials.trial("M06b", "ten end one membership: one does", () -> Trials.ok(save(1)), () -> {
            var member = Fresh.member(fixture, A);
            return oneWins(Collections.nCopies(
                    10,
                    () -> admin.with("If-Match", "\"1\"")
                            .send("POST", "/api/v1/members/%s/end".formatted(member), new byte[0])));
        });
        trials.trial("M06c", "ten accept one invitation: one does", () -> Trials.ok(save(1)), () -> {
            var invited = Fresh.stranger("invited");
            var code = Fresh.invitation(fixture, A, invited.email());
            var caller = fixture.probe().as(invited).at(A).direct();
            return oneWins(
                    Collections.nCopies(10, () -> caller.post("/api/v1/invitations/" + code + "/acceptance", "")));
        });
        trials.trial("M06d", "ten start the same assessment: one does", () -> Trials.ok(save(1)), () -> {
            var year = Fresh.year(fixture, A);
            return oneWins(Collections.nCopies(10, () -> assessor.post(ASSESSMENTS, Map.of("year", year))));
        });
        trials.trial("M09", "a membership that ended lets nobody act any more", () -> Trials.ok(save(1)), () -> {
            var newcomer = Fresh.stranger("newcomer");
            var code = Fresh.invitation(fixture, A, newcomer.email());
            var caller = fixture.probe().as(newcomer).at(A).direct();
            var begun = Fresh.must(caller.post("/api/v1/invitations/" + code + "/acceptance", ""))
                    .json();
            var before = caller.get("/api/v1/me").json().path("roles").toString();
            Fresh.must(admin.with("If-Match", "\"1\"")
                    .send(
                            "POST",
                            "/api/v1/members/%s/end".formatted(begun.path("id").asString()),
                            new byte[0]));
            var after = caller.get("/api/v1/me").json().path("roles").toString();
            return Trials.Seen.of(
                    before.contains("opd-officer") && after.contains("citizen"), before + " then " + after);
        });
    }

    private static Trials.Seen oneWins(List<Callable<Answer>> work) throws Exception {
        var answers = together(work);
        var won = answers.stream().filter(Answer::isOk).count();
        var others = answers.stream()
                .map(Answer::status)
                .filter(status -> status >= 300)
                .distinct()
                .toList();
        return Trials.Seen.of(
                won == 1 && List.of(404, 409, 412).containsAll(others), "%d won, others %s".formatted(won, others));
    }

    private Answer save(Object level) {
        return assessor.with("If-Match", Fresh.answerVersion(fixture, own))
                .json(
                        "PUT",
                        own.indicatorPath(),
                        "{\"level\": %s, \"fact\": \"\", \"analysis\": \"\"}".formatted(level));
    }

    private void numbers() {
        for (var level : List.of(
                "-1",
                "0",
                "6",
                "3.5",
                "1e308",
                "-0",
                "1E+400",
                "NaN",
                "\"3\"",
                "true",
                "[3]",
                "3.0000000000000001",
                "00003")) {
            trials.refused("M11a", "a level of " + level, 400, () -> save(3), () -> save(level));
        }
        for (var year : List.of("2017", "2101", "-2026", "2026.5", "\"2026\"", "1e3", "99999999999999999999")) {
            trials.refused(
                    "M11b",
                    "an assessment of the year " + year,
                    400,
                    () -> assessor.get(ASSESSMENTS),
                    () -> assessor.post(ASSESSMENTS, "{\"year\": %s}".formatted(year)));
        }
        for (var limit : List.of("0", "-1", "201", "2147483648", "1e2", "NaN")) {
            trials.refused(
                    "M18",
                    "a page of " + limit + " rows",
                    400,
                    () -> admin.get("/api/v1/audit?limit=200"),
                    () -> admin.get("/api/v1/audit?limit=" + limit));
        }
        trials.refused(
                "M11c",
                "a fact of 4,001 characters",
                400,
                () -> save(3),
                () -> assessor.with("If-Match", Fresh.answerVersion(fixture, own))
                        .put(own.indicatorPath(), Map.of("level", 3, "fact", "x".repeat(4001), "analysis", "")));
    }

    private void floods() {
        trials.refused(
                "M14",
                "a sixth invitation of one address within a day",
                422,
                () -> invite(UUID.randomUUID().toString(), Fresh.address()),
                () -> {
                    var address = Fresh.address();
                    for (var i = 0; i < 5; i++) {
                        Fresh.must(invite(UUID.randomUUID().toString(), address));
                    }
                    return invite(UUID.randomUUID().toString(), address);
                });
    }

    private void missing() {
        trials.notYet("M01", "500 take a queue number at once", "feature missing: queues");
        trials.notYet(
                "M05",
                "a key sent again after a crash before the answer",
                "tried by infra/faults: nothing to add here");
        trials.notYet("M07", "the last slot of a day", "feature missing: appointments");
        trials.notYet("M10", "the day's change in three time zones", "feature missing: daily numbers");
        trials.notYet("M17", "events from outside out of order", "feature missing: webhooks");
    }
}
