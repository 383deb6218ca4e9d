package id.satuatap.isolation.subject;

import java.util.Map;
import tools.jackson.databind.JsonNode;

final class Assessments {

    private static final String PATH = "/api/v1/spbe/assessments";
    private static final int BEGUN = 2026;

    static final Subject SUBJECT = Subject.of(PATH)
            .table("spbe.assessment", "assessment:read", "instrument", "stage")
            .table("spbe.answer", "assessment:read", "stage")
            .table("spbe.answer_version", "assessment:read", "stage")
            .makes(Assessments::standing)
            .renews(making -> Map.of("year", year(making)));

    private Assessments() {}

    /** The first, with an answer to its third indicator. */
    private static Map<String, String> standing(Subject.Making making) {
        var all = all(making);
        var one = all.isEmpty() ? making.post("assessment:create", PATH, Map.of("year", BEGUN)) : all.get(0);
        var id = one.path("id").asString();
        var indicator = PATH + "/" + id + "/indicators/3";
        var seen = Subject.must(making.by("assessment:read").get(indicator));
        if (seen.json().path("level").isNull()) {
            Subject.must(making.by("assessment:answer")
                    .with("If-Match", seen.header("ETag"))
                    .put(indicator, Map.of("level", 3, "fact", "fakta", "analysis", "telaah")));
        }
        return Map.of("assessment", id, "no", "3");
    }

    /** One in which this tenant has none. */
    static int year(Subject.Making making) {
        return all(making).values().stream()
                        .mapToInt(assessment -> assessment.path("year").asInt())
                        .max()
                        .orElse(BEGUN)
                + 1;
    }

    private static JsonNode all(Subject.Making making) {
        return Subject.must(making.by("assessment:read").get(PATH)).json().path("items");
    }
}
