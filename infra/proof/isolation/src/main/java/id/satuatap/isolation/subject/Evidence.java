package id.satuatap.isolation.subject;

import id.satuatap.isolation.Canary;
import java.util.Map;
import tools.jackson.databind.JsonNode;

final class Evidence {

    static final Subject SUBJECT = Subject.of("/api/v1/spbe/assessments/{assessment}/indicators/{no}/evidence")
            .table("spbe.evidence", "assessment:read")
            .makes(Evidence::added);

    private Evidence() {}

    private static Map<String, String> added(Subject.Making making) {
        var below = Assessments.SUBJECT.maker().make(making);
        var id = upload(making).path("id").asString();
        return Map.of("assessment", below.get("assessment") + "", "no", "3", "evidence", id);
    }

    static JsonNode upload(Subject.Making making) {
        var assessment = Assessments.SUBJECT.maker().make(making).get("assessment");
        var path = "/api/v1/spbe/assessments/%s/indicators/3/evidence?name=bukti.pdf".formatted(assessment);
        var file = Subject.pdf(new Canary(making.tenant(), "file", System.nanoTime()).toString());
        return Subject.must(making.by("assessment:answer").send(Subject.upload(path, file)))
                .json();
    }
}
