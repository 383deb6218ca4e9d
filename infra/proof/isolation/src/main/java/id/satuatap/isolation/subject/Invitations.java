package id.satuatap.isolation.subject;

import id.satuatap.isolation.Canary;
import java.util.Map;
import tools.jackson.databind.JsonNode;

final class Invitations {

    static final Subject SUBJECT = Subject.of("/api/v1/invitations")
            .table("access.invitation", "member:read", "role", "code", "mailbox")
            .table("mail", "member:read")
            .makes(making -> parameters(invited(making)))
            .renews(making -> Map.of("email", address(making)));

    private Invitations() {}

    /** Who manages members can hardly invite himself, but others. */
    private static JsonNode invited(Subject.Making making) {
        var asker = making.asker();
        return invited(making, asker.isNobody() || !asker.roles().isEmpty() ? address(making) : asker.email());
    }

    private static JsonNode invited(Subject.Making making, String email) {
        return making.post("member:manage", "/api/v1/invitations", Map.of("email", email, "role", "opd-officer"));
    }

    private static Map<String, String> parameters(JsonNode invitation) {
        var link = invitation.path("link").asString();
        return Map.of(
                "invitation", invitation.path("id").asString(), "code", link.substring(link.lastIndexOf('/') + 1));
    }

    /** Of an open invitation of this address. */
    static String code(Subject.Making making, String email) {
        return parameters(invited(making, email)).get("code") + "";
    }

    /** There is a cap for each. */
    private static String address(Subject.Making making) {
        return new Canary(making.tenant(), "mail", System.nanoTime()) + "@contoh.example";
    }
}
