package id.satuatap.isolation.subject;

import static id.satuatap.isolation.subject.Subject.NOBODY;

import java.util.Map;

final class Outbox {

    static final Subject SUBJECT = Subject.of("/api/v1/events")
            .table("outbox.event", NOBODY, "type")
            .table("outbox.delivery", "outbox:retry", "listener");

    static final Subject PARKED = Subject.of("/api/v1/outbox/parked").makes(Outbox::parked);

    private Outbox() {}

    /** One that was given up; nothing but failing for days leads there. */
    private static Map<String, String> parked(Subject.Making making) {
        var event = making.fixture().text("""
                with chosen as (select e.tenant_id, e.id from outbox.event e join tenancy.tenant t on t.id = e.tenant_id
                                 where t.slug = ? order by e.id desc limit 1)
                insert into outbox.delivery (tenant_id, event_id, listener, parked_at, reason)
                select tenant_id, id, 'audit', now(), 'gagal' from chosen
                on conflict (tenant_id, event_id, listener) do update set heard_at = null, parked_at = now(), reason = excluded.reason
                returning event_id::text
                """, making.tenant());
        return Map.of("event", event, "listener", "audit");
    }
}
