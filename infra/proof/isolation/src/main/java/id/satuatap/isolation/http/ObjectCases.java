package id.satuatap.isolation.http;

import static id.satuatap.isolation.Fixture.A;
import static id.satuatap.isolation.Fixture.B;

import id.satuatap.isolation.Answer;
import id.satuatap.isolation.Caller;
import id.satuatap.isolation.Fixture;
import id.satuatap.isolation.Place;
import id.satuatap.stack.Suite;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** Group B: objects of others by their ids, functions of other roles, and fields that are none of one's business. */
public final class ObjectCases {

    private static final String ASSESSMENTS = "/api/v1/spbe/assessments/";

    private final Trials trials;
    private final Fixture fixture;
    private final Caller assessor;
    private final Caller admin;
    private final Caller coordinator;
    private final Place own;
    private final Place foreign;

    private ObjectCases(Trials trials) {
        this.trials = trials;
        this.fixture = trials.fixture();
        this.assessor = Fresh.as(fixture, A, "internal-assessor");
        this.admin = Fresh.as(fixture, A, "tenant-admin");
        this.coordinator = Fresh.as(fixture, A, "coordinator");
        this.own = fixture.place(A);
        this.foreign = fixture.place(B);
    }

    public static void run(Suite.Run run) throws Exception {
        var cases = new ObjectCases(new Trials(run, Fixture.of(run), "B objects"));
        cases.byId();
        cases.nested();
        cases.guessed();
        cases.fields();
        cases.duties();
        new VerbCases(cases.trials).run();
        cases.missing();
    }

    private void byId() {
        alike("B01a", "reads B's assessment", assessor, place -> Request.get(ASSESSMENTS + place.assessment()));
        alike(
                "B01b",
                "lists the indicators of B's assessment",
                assessor,
                place -> Request.get(ASSESSMENTS + place.assessment() + "/indicators"));
        alike("B01c", "reads an answer of B", assessor, place -> Request.get(place.indicatorPath()));
        alike(
                "B01d",
                "saves an answer of B",
                assessor,
                place -> Examples.save(place).with("If-Match", Fresh.answerVersion(fixture, own)));
        alike("B01e", "adds evidence to B's answer", assessor, Examples::upload);
        alike("B01f", "downloads a file of B", assessor, place -> Request.get(place.documentPath()));
        alike(
                "B01g",
                "shares B's assessment",
                coordinator,
                place -> Request.bare("POST", ASSESSMENTS + place.assessment() + "/sharing"));
        alike(
                "B01h",
                "changes the role of a member of B",
                admin,
                place -> Request.json(
                                "PUT",
                                "/api/v1/members/%s/role".formatted(place.member()),
                                "{\"role\": \"counter-officer\"}")
                        .with("If-Match", Fresh.memberVersion(fixture, own)));
        trials.alike(
                "B01i",
                "removes evidence of B",
                () -> assessor.delete(own.indicatorPath() + "/evidence/" + Fresh.evidence(fixture, own)),
                () -> assessor.delete(own.indicatorPath() + "/evidence/" + foreign.evidence()),
                () -> assessor.delete(own.indicatorPath() + "/evidence/" + UUID.randomUUID()));
        trials.alike(
                "B01j",
                "ends a membership of B",
                () -> ended(Fresh.member(fixture, A)),
                () -> ended(foreign.member()),
                () -> ended(UUID.randomUUID()));
        trials.refused(
                "B21a",
                "If-None-Match on B's answer tells nothing",
                404,
                () -> assessor.get(own.indicatorPath()),
                () -> assessor.with("If-None-Match", Fresh.answerVersion(fixture, foreign))
                        .get(foreign.indicatorPath()));
        trials.alike(
                "B21b",
                "a stale If-Match on B's answer is no 412",
                () -> assessor.get(own.indicatorPath()),
                () -> stale(foreign.assessment()),
                () -> stale(UUID.randomUUID()));
    }

    private Answer ended(UUID member) {
        return admin.with("If-Match", "\"1\"").send("POST", "/api/v1/members/%s/end".formatted(member), new byte[0]);
    }

    private Answer stale(UUID assessment) {
        return assessor.with("If-Match", "\"999\"")
                .put(ASSESSMENTS + assessment + "/indicators/3", Map.of("level", 2, "fact", "", "analysis", ""));
    }

    private void alike(String id, String what, Caller caller, Function<Place, Request> request) {
        var random = new Place(
                A,
                own.tenant(),
                UUID.randomUUID(),
                own.indicator(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                "x");
        trials.alike(
                id,
                what,
                () -> request.apply(own).by(caller),
                () -> request.apply(foreign).by(caller),
                () -> request.apply(random).by(caller));
    }

    private void nested() {
        var evidence = Fresh.evidence(fixture, own);
        trials.refused(
                "B02a",
                "own evidence below B's assessment",
                404,
                () -> assessor.get(own.indicatorPath()),
                () -> assessor.delete(foreign.indicatorPath() + "/evidence/" + evidence));
        trials.refused(
                "B02b",
                "own evidence below another indicator",
                404,
                () -> assessor.get(own.indicatorPath()),
                () -> assessor.delete(ASSESSMENTS + own.assessment() + "/indicators/4/evidence/" + evidence));
        trials.refused(
                "B17",
                "the file of evidence that was removed",
                404,
                () -> assessor.get(own.documentPath()),
                this::fileOfRemoved);
    }

    private Answer fileOfRemoved() {
        var added = Fresh.must(Examples.upload(own).by(assessor)).json();
        Fresh.must(assessor.delete(
                own.indicatorPath() + "/evidence/" + added.path("id").asString()));
        return assessor.get(
                "/api/v1/documents/%s/content".formatted(added.path("document").asString()));
    }

    private void guessed() {
        trials.trial("B05a", "a cursor from elsewhere shows own entries only", () -> Trials.ok(audit("")), () -> {
            var largest = audit("&after=" + Long.MAX_VALUE);
            return Trials.Seen.of(
                    largest.isOk() && audit("&after=1").json().path("items").isEmpty(), largest.status());
        });
        trials.refused("B05b", "a cursor that was never given", 400, () -> audit(""), () -> audit("&after=-1"));
        trials.refused("B05c", "a cursor that is no number", 400, () -> audit(""), () -> audit("&after=1%20or%201=1"));
        trials.alike(
                "B06a",
                "the id next to one of B, by its time",
                () -> assessor.get(ASSESSMENTS + own.assessment()),
                () -> assessor.get(ASSESSMENTS + next(foreign.assessment())),
                () -> assessor.get(ASSESSMENTS + UUID.randomUUID()));
        var invited = Fresh.stranger("invited");
        trials.alike(
                "B06b",
                "an invitation of B accepted in A",
                () -> accept(A, Fresh.invitation(fixture, A, invited.email()), invited),
                () -> accept(A, Fresh.invitation(fixture, B, invited.email()), invited),
                () -> accept(A, "no-such-code", invited));
        trials.refused(
                "B06c",
                "somebody else's invitation by its code",
                403,
                () -> {
                    var meant = Fresh.stranger("meant");
                    return accept(A, Fresh.invitation(fixture, A, meant.email()), meant);
                },
                () -> accept(A, own.invitation(), Fresh.stranger("thief")));
    }

    private static UUID next(UUID id) {
        return new UUID(id.getMostSignificantBits(), id.getLeastSignificantBits() + 1);
    }

    private Answer accept(String tenant, String code, id.satuatap.isolation.Principal who) {
        return fixture.probe().as(who).at(tenant).direct().post("/api/v1/invitations/" + code + "/acceptance", "");
    }

    private Answer audit(String more) {
        return admin.get("/api/v1/audit?limit=200" + more);
    }

    private void fields() {
        var starts = Map.of(
                "B07a",
                "\"tenantId\": \"%s\"".formatted(foreign.tenant()),
                "B07b",
                "\"tenant_id\": \"%s\"".formatted(foreign.tenant()),
                "B07c",
                "\"id\": \"%s\"".formatted(foreign.assessment()),
                "B07d",
                "\"simulated\": false",
                "B07e",
                "\"stage\": \"APPROVED\"",
                "B07f",
                "\"createdBy\": \"somebody\"");
        starts.forEach((id, field) -> trials.refused(
                id,
                "an assessment started with " + field.replaceAll(":.*", ""),
                400,
                () -> assessor.post("/api/v1/spbe/assessments", "{\"year\": %d}".formatted(Fresh.year(fixture, A))),
                () -> assessor.post("/api/v1/spbe/assessments", "{\"year\": 2099, %s}".formatted(field))));
        for (var field : java.util.List.of("version", "updatedBy", "stage", "history", "score")) {
            trials.refused(
                    "B07g",
                    "an answer saved with " + field,
                    400,
                    () -> answer(""),
                    () -> answer(", \"%s\": 1".formatted(field)));
        }
        trials.refused(
                "B07h",
                "an invitation that is accepted already",
                400,
                () -> invite(""),
                () -> invite(", \"acceptedAt\": \"2026-01-01T00:00:00Z\""));
        for (var parameter : java.util.List.of("fields=*", "expand=members", "include=history,tenant", "tenant=" + B)) {
            trials.trial(
                    "B10",
                    "?" + parameter + " widens nothing",
                    () -> Trials.ok(assessor.get("/api/v1/spbe/assessments")),
                    () -> Trials.Seen.of(
                            assessor.get("/api/v1/spbe/assessments?" + parameter)
                                    .text()
                                    .equals(assessor.get("/api/v1/spbe/assessments")
                                            .text()),
                            "same bytes"));
        }
        hidden("B09a", "members show no subject and no issuer", admin.get("/api/v1/members"), "subject|issuer");
        hidden(
                "B09b",
                "a control room shows no facts, analyses or evidence",
                Fresh.as(fixture, Fixture.PROVINCE, "province-overseer").get("/api/v1/spbe/control-room?year=2025"),
                "fact|analysis|evidence|updatedBy|email");
        hidden("B09c", "a 412 shows what its reader may read", stale(own.assessment()), "subject|email|issuer");
    }

    private void hidden(String id, String what, Answer answer, String names) {
        trials.trial(
                id,
                what,
                () -> Trials.Seen.of(answer.status() == 200 || answer.status() == 412, answer.status()),
                () -> Trials.Seen.of(
                        !answer.text().matches("(?s).*\"(%s)\".*".formatted(names)), answer.body().length + " bytes"));
    }

    private Answer answer(String more) {
        return assessor.with("If-Match", Fresh.answerVersion(fixture, own))
                .json(
                        "PUT",
                        own.indicatorPath(),
                        "{\"level\": 3, \"fact\": \"\", \"analysis\": \"\"%s}".formatted(more));
    }

    private Answer invite(String more) {
        return admin.post(
                "/api/v1/invitations",
                "{\"email\": \"%s\", \"role\": \"walidata\"%s}".formatted(Fresh.address(), more));
    }

    private void duties() {
        var share = ASSESSMENTS + own.assessment() + "/sharing";
        trials.refused(
                "B15a", "who fills in shares", 403, () -> coordinator.post(share, ""), () -> assessor.post(share, ""));
        trials.refused(
                "B15b",
                "who shares fills in",
                403,
                () -> answer(""),
                () -> Examples.save(own).by(coordinator));
        trials.trial("B15c", "one person gets both duties", () -> Trials.ok(invite("")), () -> {
            var two = Fresh.stranger("zealous");
            Fresh.must(accept(A, code(two, "coordinator"), two));
            return Trials.status(accept(A, code(two, "data-entry"), two), 409);
        });
        trials.trial(
                "B15d", "an administrator changes the own role", () -> Trials.ok(admin.get("/api/v1/members")), () -> {
                    var self = fixture.member(A, "tenant-admin");
                    var code = Fresh.invitation(fixture, A, Fresh.address());
                    return Trials.Seen.of(
                            invite(self.email(), "coordinator").status() == 409
                                    && accept(A, code, self).status() == 403,
                            "409 member.self");
                });
        trials.refused(
                "B19",
                "an assessment moved by naming another tenant in the header beside one's own",
                403,
                () -> assessor.get(ASSESSMENTS + own.assessment()),
                () -> assessor.at(Fixture.C).get(ASSESSMENTS + own.assessment()));
    }

    private String code(id.satuatap.isolation.Principal who, String role) {
        var link = Fresh.must(invite(who.email(), role)).json().path("link").asString();
        return link.substring(link.lastIndexOf('/') + 1);
    }

    private Answer invite(String email, String role) {
        return admin.post("/api/v1/invitations", Map.of("email", email, "role", role));
    }

    private void missing() {
        trials.notYet("B03", "own and foreign ids in one batch", "feature missing: nothing takes several ids at once");
        trials.notYet("B14", "citizen X reads what citizen Y asked for", "feature missing: applications of citizens");
        trials.notYet("B22", "mentions complete names of B", "feature missing: comments and mentions");
    }
}
