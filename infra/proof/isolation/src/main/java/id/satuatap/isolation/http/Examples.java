package id.satuatap.isolation.http;

import static id.satuatap.isolation.Fixture.A;
import static id.satuatap.isolation.Fixture.PROVINCE;

import id.satuatap.isolation.Canary;
import id.satuatap.isolation.Fixture;
import id.satuatap.isolation.Place;
import java.util.Map;
import java.util.Set;

/** A valid request for each operation there is. An operation without one makes the suite red: nobody would have tried to break it. */
final class Examples {

    private static final String INSTRUMENT = "permenpanrb-59-2020";
    private static final String ASSESSMENTS = "/api/v1/spbe/assessments";
    private static final String INDICATOR = ASSESSMENTS + "/{assessment}/indicators/{no}";

    /** Open operations that answer for a suspended tenant, too: they tell people that it is suspended. */
    static final Set<String> EVEN_SUSPENDED = Set.of("GET /api/v1/tenants", "GET /api/v1/tenants/{slug}");

    static final Map<String, Example> ALL = Map.ofEntries(
            Map.entry("GET /api/v1/me", Example.steady(A, place -> Request.get("/api/v1/me"))),
            Map.entry("GET /api/v1/tenants", Example.steady(A, place -> Request.get("/api/v1/tenants"))),
            Map.entry(
                    "GET /api/v1/tenants/{slug}",
                    Example.steady(A, place -> Request.get("/api/v1/tenants/" + place.slug()))),
            Map.entry(
                    "GET /api/v1/tenants/{slug}/offices",
                    Example.steady(A, place -> Request.get("/api/v1/tenants/" + place.slug() + "/offices"))),
            Map.entry(
                    "PUT /api/v1/tenants/{slug}/state",
                    Example.steady(
                            null,
                            place -> Request.json(
                                    "PUT", "/api/v1/tenants/" + place.slug() + "/state", "{\"state\": \"ACTIVE\"}"))),
            Map.entry("GET /api/v1/members", Example.steady(A, place -> Request.get("/api/v1/members"))),
            Map.entry(
                    "PUT /api/v1/members/{id}/role",
                    new Example(
                            A,
                            Examples::changeRole,
                            (fixture, place, caller) ->
                                    changeRole(place).with("If-Match", Fresh.memberVersion(fixture, place)))),
            Map.entry(
                    "POST /api/v1/members/{id}/end",
                    new Example(
                            A,
                            place -> Request.bare("POST", "/api/v1/members/%s/end".formatted(place.member()))
                                    .with("If-Match", "\"1\""),
                            (fixture, place, caller) -> Request.bare(
                                            "POST",
                                            "/api/v1/members/%s/end".formatted(Fresh.member(fixture, place.slug())))
                                    .with("If-Match", "\"1\""))),
            Map.entry("GET /api/v1/invitations", Example.steady(A, place -> Request.get("/api/v1/invitations"))),
            Map.entry(
                    "POST /api/v1/invitations",
                    Example.steady(
                            A,
                            place -> Request.json(
                                    "POST",
                                    "/api/v1/invitations",
                                    "{\"email\": \"%s@contoh.example\", \"role\": \"walidata\"}"
                                            .formatted(new Canary(place.slug(), "mail", System.nanoTime()))))),
            Map.entry(
                    "POST /api/v1/invitations/{code}/acceptance",
                    new Example(
                            A,
                            place -> Request.bare("POST", "/api/v1/invitations/" + place.invitation() + "/acceptance"),
                            (fixture, place, caller) -> Request.bare(
                                    "POST",
                                    "/api/v1/invitations/%s/acceptance"
                                            .formatted(Fresh.invitation(fixture, place.slug(), caller.email()))))),
            Map.entry("GET /api/v1/audit", Example.steady(A, place -> Request.get("/api/v1/audit?limit=200"))),
            Map.entry(
                    "GET /api/v1/events",
                    Example.steady(A, place -> Request.get("/api/v1/events").with("Accept", "text/event-stream"))),
            Map.entry(
                    "GET /api/v1/documents/{id}",
                    Example.steady(A, place -> Request.get("/api/v1/documents/" + place.document()))),
            Map.entry(
                    "GET /api/v1/documents/{id}/preview",
                    Example.steady(A, place -> Request.get("/api/v1/documents/" + place.document() + "/preview"))),
            Map.entry(
                    "GET /api/v1/documents/{id}/thumbnail",
                    Example.steady(A, place -> Request.get("/api/v1/documents/" + place.document() + "/thumbnail"))),
            Map.entry(
                    "GET /api/v1/documents/{id}/content",
                    Example.steady(A, place -> Request.get(place.documentPath()))),
            Map.entry("GET " + ASSESSMENTS, Example.steady(A, place -> Request.get(ASSESSMENTS))),
            Map.entry(
                    "POST " + ASSESSMENTS,
                    new Example(
                            A,
                            place -> start(2026),
                            (fixture, place, caller) -> start(Fresh.year(fixture, place.slug())))),
            Map.entry(
                    "GET " + ASSESSMENTS + "/{id}",
                    Example.steady(A, place -> Request.get(ASSESSMENTS + "/" + place.assessment()))),
            Map.entry(
                    "POST " + ASSESSMENTS + "/{id}/sharing",
                    Example.steady(
                            A,
                            place -> Request.bare("POST", ASSESSMENTS + "/%s/sharing".formatted(place.assessment())))),
            Map.entry(
                    "GET " + ASSESSMENTS + "/{assessment}/indicators",
                    Example.steady(
                            A, place -> Request.get(ASSESSMENTS + "/%s/indicators".formatted(place.assessment())))),
            Map.entry("GET " + INDICATOR, Example.steady(A, place -> Request.get(place.indicatorPath()))),
            Map.entry(
                    "PUT " + INDICATOR,
                    new Example(
                            A,
                            Examples::save,
                            (fixture, place, caller) ->
                                    save(place).with("If-Match", Fresh.answerVersion(fixture, place)))),
            Map.entry("POST " + INDICATOR + "/evidence", Example.steady(A, Examples::upload)),
            Map.entry(
                    "DELETE " + INDICATOR + "/evidence/{id}",
                    new Example(
                            A,
                            place -> Request.bare("DELETE", place.indicatorPath() + "/evidence/" + place.evidence()),
                            (fixture, place, caller) -> Request.bare(
                                    "DELETE", place.indicatorPath() + "/evidence/" + Fresh.evidence(fixture, place)))),
            Map.entry(
                    "GET /api/v1/spbe/control-room",
                    Example.steady(PROVINCE, place -> Request.get("/api/v1/spbe/control-room?year=2025"))),
            Map.entry(
                    "GET /api/v1/spbe/results",
                    Example.steady(A, place -> Request.get("/api/v1/spbe/results?limit=200"))),
            Map.entry(
                    "GET /api/v1/spbe/instruments",
                    Example.steady(A, place -> Request.get("/api/v1/spbe/instruments"))),
            Map.entry(
                    "GET /api/v1/spbe/instruments/{id}",
                    Example.steady(A, place -> Request.get("/api/v1/spbe/instruments/" + INSTRUMENT))),
            Map.entry(
                    "POST /api/v1/spbe/instruments/{id}/score",
                    Example.steady(
                            A,
                            place -> Request.json(
                                    "POST",
                                    "/api/v1/spbe/instruments/%s/score".formatted(INSTRUMENT),
                                    "{\"year\": 2024, \"levels\": {\"1\": 3}}"))));

    private Examples() {}

    static Request start(int year) {
        return Request.json("POST", ASSESSMENTS, "{\"year\": %d}".formatted(year));
    }

    static Request save(Place place) {
        return Request.json(
                        "PUT",
                        place.indicatorPath(),
                        "{\"level\": 3, \"fact\": \"%1$s\", \"analysis\": \"%1$s\"}"
                                .formatted(new Canary(place.slug(), "answer", 5)))
                .with("If-Match", "\"1\"");
    }

    static Request upload(Place place) {
        return new Request(
                "POST",
                place.indicatorPath() + "/evidence?name=" + new Canary(place.slug(), "document", 5) + ".pdf",
                Fixture.pdf(new Canary(place.slug(), "file", 5).toString()),
                Map.of());
    }

    private static Request changeRole(Place place) {
        return Request.json(
                        "PUT", "/api/v1/members/%s/role".formatted(place.member()), "{\"role\": \"counter-officer\"}")
                .with("If-Match", "\"1\"");
    }
}
