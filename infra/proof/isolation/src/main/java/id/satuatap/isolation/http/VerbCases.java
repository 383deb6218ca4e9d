package id.satuatap.isolation.http;

import static id.satuatap.isolation.Fixture.A;
import static id.satuatap.isolation.Fixture.B;

import id.satuatap.isolation.Fixture;
import java.util.List;
import java.util.Map;

/** Group B, the doors: other verbs for the same thing, and addresses that frameworks open by themselves. */
final class VerbCases {

    private static final byte[] NOTHING = {};

    private final Trials trials;
    private final Fixture fixture;

    VerbCases(Trials trials) {
        this.trials = trials;
        this.fixture = trials.fixture();
    }

    void run() {
        var assessor =
                fixture.probe().as(fixture.member(A, "internal-assessor")).at(A);
        var outsider =
                fixture.probe().as(fixture.member(B, "internal-assessor")).at(A);
        var own = fixture.place(A);
        trials.trial(
                "B11a",
                "X-HTTP-Method-Override makes no DELETE of a POST",
                () -> Trials.ok(assessor.get(own.documentPath())),
                () -> {
                    assessor.with("X-HTTP-Method-Override", "DELETE")
                            .send("POST", own.indicatorPath() + "/evidence/" + own.evidence(), NOTHING);
                    assessor.with("X-HTTP-Method", "DELETE")
                            .send("GET", own.indicatorPath() + "/evidence/" + own.evidence(), NOTHING);
                    return Trials.ok(assessor.get(own.documentPath()));
                });
        trials.refused("B11b", "HEAD asks for the same right as GET", 403, () -> head(assessor), () -> head(outsider));
        for (var way : List.of(assessor, assessor.direct())) {
            var where = way.isDirect() ? "at core" : "at the gateway";
            trials.refused(
                    "B11c",
                    "OPTIONS tells nothing, " + where,
                    405,
                    () -> way.get(own.indicatorPath()),
                    () -> way.send("OPTIONS", own.indicatorPath(), NOTHING));
            for (var verb : List.of("TRACE", "PROPFIND", "PATCH", "get", "DELETE")) {
                trials.trial("B11d", verb + " " + where, () -> Trials.ok(way.get(own.indicatorPath())), () -> {
                    var answer = way.send(verb, own.indicatorPath(), NOTHING);
                    return Trials.Seen.of(
                            answer.status() == 405 || answer.status() == 400 || answer.status() == 501,
                            answer.status());
                });
            }
        }
        var admin = fixture.probe().as(fixture.member(A, "tenant-admin")).at(A);
        for (var path : List.of(
                "/api/v0/members",
                "/api/v2/members",
                "/api/graphql",
                "/api/internal/members",
                "/actuator",
                "/actuator/env",
                "/actuator/heapdump",
                "/actuator/prometheus",
                "/admin/actuator/env",
                "/api/v1/../../actuator/env",
                "/h2-console/",
                "/graphql",
                "/v3/api-docs",
                "/swagger-ui/index.html",
                "/webjars/",
                "/error",
                "/api/v1/error",
                "/console",
                "/.git/config",
                "/.env")) {
            trials.trial("B13", path + " is closed", () -> Trials.ok(admin.get("/api/v1/members")), () -> {
                var status = admin.get(path).status();
                return Trials.Seen.of(status == 404 || status == 400, status);
            });
        }
        trials.trial(
                "B13z",
                "core's own management by a tenant's administrator",
                () -> Trials.ok(admin.direct().get("/api/v1/members")),
                () -> {
                    var seen = Map.of("env", 404, "heapdump", 404, "loggers", 404, "beans", 404);
                    return Trials.Seen.of(
                            seen.entrySet().stream()
                                    .allMatch(endpoint -> admin.direct()
                                                    .get("/actuator/" + endpoint.getKey())
                                                    .status()
                                            == endpoint.getValue()),
                            seen);
                });
    }

    private id.satuatap.isolation.Answer head(id.satuatap.isolation.Caller caller) {
        return caller.send("HEAD", fixture.place(A).indicatorPath(), NOTHING);
    }
}
