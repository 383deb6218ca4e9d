package id.satuatap.isolation.subject;

import id.satuatap.stack.Request;
import java.util.Map;

final class Privacy {

    private static final String PERSONS = "/api/v1/privacy/persons/";

    static final Subject SUBJECT = Subject.of("/api/v1/privacy")
            .table("privacy.opening", "privacy:read")
            .table("privacy.restriction", "privacy:read")
            .tellsOneself("/api/v1/privacy/me")
            .makes(Privacy::formerMember);

    private Privacy() {}

    /** Who holds nothing any more can be forgotten; somebody has looked at that one, and restricted it for a while. */
    private static Map<String, String> formerMember(Subject.Making making) {
        var member = Members.SUBJECT.maker().make(making).get("membership") + "";
        var ending = Request.of("POST", "/api/v1/members/" + member + "/end");
        Subject.must(making.by("member:manage").with("If-Match", "\"1\"").send(ending));
        var person = making.fixture().text("select person_id from access.membership where id::text = ?", member);
        making.post("privacy:read", PERSONS + person + "/openings", Map.of("reason", "Permintaan warga"));
        var restriction = PERSONS + person + "/restriction";
        Subject.must(making.by("privacy:erase").post(restriction, Map.of("reason", "Permintaan warga")));
        Subject.must(making.by("privacy:erase").send(Request.of("DELETE", restriction)));
        return Map.of("person", person);
    }
}
