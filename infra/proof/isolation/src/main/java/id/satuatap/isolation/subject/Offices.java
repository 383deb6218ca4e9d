package id.satuatap.isolation.subject;

import static id.satuatap.isolation.subject.Subject.NOBODY;
import static id.satuatap.isolation.subject.Subject.PUBLIC;

import java.util.Map;

final class Offices {

    /** What nobody can make by the API yet. */
    private static final String POST = """
            with o as (select o.tenant_id, o.id, (select p.id from access.person p where p.tenant_id = o.tenant_id limit 1) as by,
                              (select max(other.id::text)::uuid from office.office other where other.tenant_id = o.tenant_id) as other
                         from office.office o join tenancy.tenant t on t.id = o.tenant_id where t.slug = ? order by o.id limit 1),
                 s as (insert into office.succession (tenant_id, office_id, successor_id, since, created_by)
                       select tenant_id, id, other, current_date, by from o where id <> other on conflict do nothing)
            insert into office.post (tenant_id, id, office_id, name, valid_from, created_by)
            select tenant_id, gen_random_uuid(), id, gen_random_uuid()::text, current_date, by from o
            """;

    static final Subject SUBJECT = Subject.of("/api/v1/offices")
            .table("office.office", PUBLIC)
            .table("office.office_count", PUBLIC)
            .table("office.post", NOBODY)
            .table("office.succession", NOBODY)
            .makes(making -> {
                making.fixture().text(POST, making.tenant());
                return Map.of();
            });

    private Offices() {}
}
