package id.satuatap.isolation.subject;

import static id.satuatap.isolation.subject.Subject.NOBODY;

import java.util.Map;

final class Tenancy {

    static final Subject SUBJECT = Subject.of("/api/v1/tenants")
            .table("tenancy.idempotency", NOBODY, "caller", "key", "fingerprint", "answer")
            .table("sealing.tenant_key", NOBODY, "purpose", "wrapped_by")
            .makes(Tenancy::standing)
            .renews(making -> Map.of("state", "ACTIVE"));

    private Tenancy() {}

    /** A kept answer must stay readable to be given again, so the canary gets one of its own. */
    private static Map<String, String> standing(Subject.Making making) {
        making.fixture().text("""
                insert into tenancy.idempotency (tenant_id, caller, key, fingerprint, answer)
                select id, c.text, c.text, c.text, jsonb_build_object('canary', c.text)
                  from tenancy.tenant, lateral (select 'CNRY-' || slug || '-tenancy.idempotency-1' as text) c
                 where slug = ? on conflict do nothing
                """, making.tenant());
        return Map.of("slug", making.tenant(), "office", Offices.office(making, 0));
    }
}
