package id.satuatap.isolation.http;

import static id.satuatap.isolation.Fixture.A;
import static id.satuatap.isolation.Fixture.B;
import static id.satuatap.isolation.Fixture.C;
import static id.satuatap.isolation.Fixture.OTHER_PROVINCE;
import static id.satuatap.isolation.Fixture.PROVINCE;

import id.satuatap.isolation.Answer;
import id.satuatap.isolation.Caller;
import id.satuatap.isolation.Fixture;
import id.satuatap.isolation.Place;
import id.satuatap.stack.Suite;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** Group N: a province sees what its regencies shared, and no more; it writes nothing below. */
public final class LevelCases {

    private static final String ROOM = "/api/v1/spbe/control-room?year=2025";

    private final Trials trials;
    private final Fixture fixture;
    private final Caller overseer;

    private LevelCases(Trials trials) {
        this.trials = trials;
        this.fixture = trials.fixture();
        this.overseer = Fresh.as(fixture, PROVINCE, "province-overseer");
    }

    public static void run(Suite.Run run) throws Exception {
        var cases = new LevelCases(new Trials(run, Fixture.of(run), "N levels"));
        cases.rooms();
        cases.below();
        cases.roles();
        cases.missing();
    }

    private void rooms() {
        var inB = fixture.place(B);
        trials.trial(
                "N01a",
                "a control room knows nothing of another province's regency",
                () -> shows(overseer, "17.07", true),
                () -> shows(overseer, "35.26", false));
        trials.trial(
                "N01b",
                "the other province knows nothing of ours",
                () -> shows(overseer, "17.07", true),
                () -> shows(Fresh.as(fixture, OTHER_PROVINCE, "province-overseer"), "17.07", false));
        trials.refused(
                "N01c",
                "C's shared copy by the province of A",
                403,
                () -> overseer.get(ROOM),
                () -> overseer.at(OTHER_PROVINCE).get(ROOM));
        trials.trial(
                "N11a", "what B changed since it shared stays B's own", () -> Trials.ok(overseer.get(ROOM)), () -> {
                    var before = overseer.get(ROOM).text();
                    var level = 1 + (int) (System.nanoTime() % 5);
                    Fresh.must(Fresh.as(fixture, B, "data-entry")
                            .with("If-Match", Fresh.answerVersion(fixture, inB))
                            .put(inB.indicatorPath(), Map.of("level", level, "fact", "rancangan", "analysis", "")));
                    return Trials.Seen.of(
                            overseer.get(ROOM).text().equals(before), "the same bytes after a change of level");
                });
        trials.trial(
                "N11b",
                "what A has begun and never shared is not in the room",
                () -> Trials.Seen.of(
                        shared(overseer.get(ROOM).json()).contains("17.07"),
                        shared(overseer.get(ROOM).json())),
                () -> {
                    var year = Fresh.year(fixture, A);
                    var begun = Fresh.must(Examples.start(year).by(Fresh.as(fixture, A, "coordinator")))
                            .json()
                            .path("id")
                            .asString();
                    var room = overseer.get("/api/v1/spbe/control-room?year=" + year);
                    return Trials.Seen.of(room.isOk() && !room.text().contains(begun), room.status());
                });
    }

    private static java.util.List<String> shared(JsonNode room) {
        return room.path("shared").values().stream()
                .map(regency -> regency.path("code").asString())
                .toList();
    }

    private static Trials.Seen shows(Caller caller, String code, boolean expected) {
        var answer = caller.get(ROOM);
        return Trials.Seen.of(
                answer.isOk() && answer.text().contains("\"" + code + "\"") == expected,
                answer.body().length + " bytes");
    }

    private void below() {
        refused(
                "N02a",
                "the province reads A's assessment",
                "internal-assessor",
                place -> Request.get("/api/v1/spbe/assessments/" + place.assessment()));
        refused(
                "N02b",
                "the province reads A's answer",
                "internal-assessor",
                place -> Request.get(place.indicatorPath()));
        refused("N02c", "the province reads A's file", "internal-assessor", place -> Request.get(place.documentPath()));
        refused("N02d", "the province reads A's members", "tenant-admin", place -> Request.get("/api/v1/members"));
        refused("N02e", "the province reads A's record", "tenant-admin", place -> Request.get("/api/v1/audit"));
        refused(
                "N03a",
                "the province saves an answer of A",
                "internal-assessor",
                place -> Examples.save(place).with("If-Match", Fresh.answerVersion(fixture, place)));
        refused("N03b", "the province adds evidence to A", "internal-assessor", Examples::upload);
        refused(
                "N03c",
                "the province shares for A",
                "coordinator",
                place -> Request.bare("POST", "/api/v1/spbe/assessments/%s/sharing".formatted(place.assessment())));
        refused(
                "N05a",
                "the province invites into A",
                "tenant-admin",
                place -> Request.json(
                        "POST",
                        "/api/v1/invitations",
                        "{\"email\": \"%s\", \"role\": \"tenant-admin\"}".formatted(Fresh.address())));
    }

    private void refused(String id, String what, String role, Function<Place, Request> request) {
        var place = fixture.place(A);
        trials.refused(
                id,
                what,
                403,
                () -> request.apply(place).by(Fresh.as(fixture, A, role)),
                () -> request.apply(place).by(overseer.at(A)));
    }

    private void roles() {
        var admin = Fresh.as(fixture, A, "tenant-admin");
        for (var role :
                java.util.List.of("province-overseer", "province-coach", "platform-operator", "citizen", "root")) {
            trials.refused(
                    "N05b",
                    "a regency gives the role " + role,
                    400,
                    () -> invite(admin, "walidata"),
                    () -> invite(admin, role));
        }
        trials.refused(
                "N05c",
                "a member of A becomes an overseer by a change of role",
                400,
                () -> invite(admin, "walidata"),
                () -> admin.with("If-Match", Fresh.memberVersion(fixture, fixture.place(A)))
                        .put(
                                "/api/v1/members/%s/role"
                                        .formatted(fixture.place(A).member()),
                                Map.of("role", "province-overseer")));
        for (var role : java.util.List.of("internal-assessor", "tenant-admin", "coordinator")) {
            trials.refused(
                    "N09a",
                    "the %s of the province in A".formatted(role),
                    403,
                    () -> Fresh.as(fixture, A, role).get("/api/v1/spbe/assessments"),
                    () -> Fresh.as(fixture, PROVINCE, role).at(A).get("/api/v1/spbe/assessments"));
        }
        trials.refused(
                "N09b",
                "a role of A used in B by a member of both",
                403,
                () -> fixture.probe()
                        .as(fixture.ofBoth())
                        .at(A)
                        .direct()
                        .post("/api/v1/spbe/assessments", Map.of("year", Fresh.year(fixture, A))),
                () -> fixture.probe()
                        .as(fixture.ofBoth())
                        .at(B)
                        .direct()
                        .post("/api/v1/spbe/assessments", Map.of("year", 2098)));
        trials.refused(
                "N09c",
                "the operator reads a tenant's members",
                403,
                () -> admin.get("/api/v1/members"),
                () -> fixture.probe().as(fixture.operator()).at(A).direct().get("/api/v1/members"));
        trials.refused(
                "N09d",
                "a tenant's administrator suspends another tenant",
                403,
                () -> fixture.probe()
                        .as(fixture.operator())
                        .direct()
                        .put("/api/v1/tenants/" + C + "/state", Map.of("state", "ACTIVE")),
                () -> admin.put("/api/v1/tenants/" + C + "/state", Map.of("state", "SUSPENDED")));
    }

    private static Answer invite(Caller admin, String role) {
        return admin.post("/api/v1/invitations", Map.of("email", Fresh.address(), "role", role));
    }

    private void missing() {
        trials.notYet("N06", "help on behalf of a member", "feature missing: impersonation");
        trials.notYet("N07", "a national figure drilled down to one regency", "feature missing: a national level");
        trials.notYet(
                "N10", "one object handed from A to B with consent", "feature missing: hand-over between tenants");
    }
}
