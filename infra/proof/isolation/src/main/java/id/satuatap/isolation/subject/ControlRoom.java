package id.satuatap.isolation.subject;

import static id.satuatap.isolation.subject.Subject.NOBODY;

import id.satuatap.isolation.Fixture;
import java.util.Map;

final class ControlRoom {

    static final Subject SUBJECT = Subject.of("/api/v1/spbe/control-room")
            .table("spbe.sharing", NOBODY)
            .table("spbe.shared_assessment", "control-room:read")
            .makes(ControlRoom::shared);

    private ControlRoom() {}

    /** B has shared with its province, A never does. */
    private static Map<String, String> shared(Subject.Making making) {
        if (making.tenant().equals(Fixture.B)) {
            var path = "/api/v1/spbe/assessments/%s/sharing"
                    .formatted(Assessments.SUBJECT.maker().make(making).get("assessment"));
            making.post("assessment:share", path, Map.of());
        }
        return Map.of();
    }
}
