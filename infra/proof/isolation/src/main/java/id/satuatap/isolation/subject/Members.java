package id.satuatap.isolation.subject;

import static id.satuatap.isolation.subject.Subject.NOBODY;
import static id.satuatap.isolation.subject.Subject.PUBLIC;

import id.satuatap.isolation.Principal;
import java.util.Map;

final class Members {

    static final Subject SUBJECT = Subject.of("/api/v1/members")
            .table("access.membership", "member:read", "role")
            .table(
                    "access.person",
                    "member:read audit:read assessment:read announcement:write calendar:read privacy:read",
                    "issuer",
                    "subject")
            .table("access.official", PUBLIC, "nip")
            .table("access.appointment", NOBODY, "acting")
            .table("access.office_within", NOBODY)
            .makes(Members::newcomer);

    /** What nobody can make by the API yet. */
    private static final String POST = """
            with t as (select id from tenancy.tenant where slug = ?),
                 o as (insert into access.official (tenant_id, id, name) select id, gen_random_uuid(), 'Pejabat' from t returning tenant_id, id),
                 w as (insert into access.office_within (tenant_id, office_id, ancestor_id) select id, gen_random_uuid(), gen_random_uuid() from t)
            insert into access.appointment (tenant_id, id, official_id, post_id, office_id, valid_from)
            select tenant_id, gen_random_uuid(), id, gen_random_uuid(), gen_random_uuid(), current_date from o
            """;

    private Members() {}

    /** Nothing else depends on this one. */
    private static Map<String, String> newcomer(Subject.Making making) {
        var newcomer = Principal.stranger("newcomer");
        var code = Invitations.code(making, newcomer.email());
        var accepted = making.fixture()
                .client()
                .as(newcomer)
                .at(making.tenant())
                .direct()
                .post("/api/v1/invitations/" + code + "/acceptance", "");
        making.fixture().text(POST, making.tenant());
        return Map.of("membership", Subject.must(accepted).json().path("id").asString());
    }
}
