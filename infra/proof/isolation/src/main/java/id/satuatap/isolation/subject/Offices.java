package id.satuatap.isolation.subject;

import static id.satuatap.isolation.subject.Subject.NOBODY;
import static id.satuatap.isolation.subject.Subject.PUBLIC;

import java.util.List;
import java.util.Map;
import java.util.UUID;

final class Offices {

    private static final String WORKING = """
            select o.id::text from office.office o join tenancy.tenant t on t.id = o.tenant_id
             where t.slug = ? and o.valid_to is null order by o.id desc limit 1 offset %d
            """;

    static final Subject SUBJECT = Subject.of("/api/v1/offices")
            .table("office.office", PUBLIC, "kind")
            .table("office.office_count", PUBLIC)
            .table("office.post", PUBLIC)
            .table("office.succession", NOBODY)
            .makes(Offices::working)
            .renews(making -> Map.of("name", "Jabatan " + UUID.randomUUID(), "successors", List.of(office(making, 1))));

    static final Subject POSTS = Subject.of("/api/v1/posts").makes(Offices::post);

    static final Subject APPOINTMENTS = Subject.of("/api/v1/appointments").makes(Offices::appointment);

    private Offices() {}

    static String office(Subject.Making making, int number) {
        return making.fixture().text(WORKING.formatted(number), making.tenant());
    }

    /** One became part of another, so that there is something of each kind. */
    private static Map<String, String> working(Subject.Making making) {
        making.fixture().text("""
                insert into office.succession (tenant_id, office_id, successor_id, since, created_by)
                select o.tenant_id, min(o.id::text)::uuid, max(o.id::text)::uuid, date '2026-01-02',
                       (select p.id from access.person p where p.tenant_id = o.tenant_id limit 1)
                  from office.office o join tenancy.tenant t on t.id = o.tenant_id where t.slug = ? group by o.tenant_id
                having count(*) > 1 on conflict do nothing
                """, making.tenant());
        return Map.of("office", office(making, 0));
    }

    private static Map<String, String> post(Subject.Making making) {
        var made = making.post(
                "office:manage",
                "/api/v1/offices/" + office(making, 0) + "/posts",
                Map.of("name", "Jabatan " + UUID.randomUUID(), "head", false, "validFrom", "2026-01-02"));
        return Map.of("post", made.path("id").asString());
    }

    private static Map<String, String> appointment(Subject.Making making) {
        var made = making.post(
                "office:manage",
                "/api/v1/posts/" + post(making).get("post") + "/appointments",
                Map.of("name", "Pejabat Contoh, S.H.", "validFrom", "2026-01-02"));
        return Map.of("appointment", made.path("id").asString());
    }
}
