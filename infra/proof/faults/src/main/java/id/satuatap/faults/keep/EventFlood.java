package id.satuatap.faults.keep;

import id.satuatap.stack.Stack;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** Events as the product appends them, many at once: invitations that are to be mailed, and shared copies for the province. */
final class EventFlood {

    /** How often each assessment is shared: an older copy must never replace a newer one. */
    private static final int SHARES = 5;

    private final Stack stack;
    private final String run = "flood-" + UUID.randomUUID().toString().substring(0, 8);

    EventFlood(Stack stack) {
        this.stack = stack;
    }

    void mails(String tenant, int count) throws SQLException {
        Sample.execute(stack, """
                with given as materialized (select t.id as tenant, uuidv7() as id, g from tenancy.tenant t, generate_series(1, %d) g where t.slug = '%s'),
                invited as (insert into access.invitation (tenant_id, id, code, email, role, expires_at)
                            select tenant, id, md5(id::text), 'orang' || g || '@contoh.example', 'walidata', now() + interval '7 days' from given)
                insert into outbox.event (tenant_id, id, type, subject, data, actor)
                select tenant, uuidv7(), 'access.invited', id, '{"role": "walidata"}', '%s' from given order by g
                """.formatted(count, tenant, run), notice(tenant));
    }

    void shares(String tenant, int count) throws SQLException {
        Sample.execute(stack, """
                with assessed as materialized (
                  select t.id as tenant, p.parent_id as province, uuidv7() as id, g
                    from tenancy.tenant t join tenancy.tenant_parent p on p.tenant_id = t.id, generate_series(1, %1$d) g where t.slug = '%2$s'),
                kept as (insert into spbe.assessment (tenant_id, id, year, instrument, simulated, created_by)
                         select tenant, id, 2040, '%3$s-' || '%2$s-' || g || '-' || id, true, '%3$s' from assessed),
                shared as materialized (select a.*, uuidv7() as sharing, s from assessed a, generate_series(1, %4$d) s),
                copies as (insert into spbe.sharing (tenant_id, id, assessment_id, province_id, snapshot, shared_by, shared_at)
                           select tenant, sharing, id, province, (select snapshot from spbe.sharing limit 1), '%3$s',
                                  now() + s * interval '1 second' from shared)
                insert into outbox.event (tenant_id, id, type, subject, data, actor)
                select tenant, uuidv7(), 'spbe.assessment-shared', id, jsonb_build_object('sharing', sharing, 'province', province), '%3$s'
                  from shared order by g, s
                """.formatted(count / SHARES, tenant, run, SHARES), notice(tenant));
    }

    /** Wakes the workers. */
    private static String notice(String tenant) {
        return "select pg_notify('satuatap_event', id || '/' || id) from tenancy.tenant where slug = '%s'"
                .formatted(tenant);
    }

    long waiting() throws SQLException {
        return count("relayed_at is null");
    }

    long waiting(String tenant) throws SQLException {
        return count("relayed_at is null and tenant_id = (select id from tenancy.tenant where slug = '%s')"
                .formatted(tenant));
    }

    long all() throws SQLException {
        return count("true");
    }

    private long count(String which) throws SQLException {
        return Sample.number(
                stack, "select count(*) from outbox.event where actor = '%s' and %s".formatted(run, which));
    }

    /** As if the minute had passed for which a dead worker holds its events. */
    void letTimePass() throws SQLException {
        Sample.execute(
                stack,
                "update outbox.event set next_attempt_at = now() where relayed_at is null and actor = '%s'"
                        .formatted(run),
                "select pg_notify('satuatap_event', tenant_id || '/' || tenant_id) from outbox.event where relayed_at is null and actor = '%s' group by tenant_id"
                        .formatted(run));
    }

    /** The ids of the events that are to be mailed. */
    Set<String> mailed() throws SQLException {
        var ids = new HashSet<String>();
        try (var connection = stack.database().superuser(id.satuatap.stack.Database.PLATFORM);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select id from outbox.event where type = 'access.invited' and actor = '%s'".formatted(run))) {
            while (rows.next()) {
                ids.add(rows.getString(1));
            }
        }
        return ids;
    }

    /** Events that the audit trail has not exactly once. */
    long notAuditedOnce() throws SQLException {
        return Sample.number(stack, """
                select count(*) from outbox.event e where e.actor = '%s'
                   and 1 <> (select count(*) from audit.entry a where a.tenant_id = e.tenant_id and a.event_id = e.id)
                """.formatted(run));
    }

    long assessments() throws SQLException {
        return Sample.number(stack, "select count(*) from spbe.assessment where created_by = '%s'".formatted(run));
    }

    /** Assessments whose newest share the province has not exactly once. */
    long notReceivedOnce() throws SQLException {
        return Sample.number(stack, """
                select count(*) from spbe.assessment a where a.created_by = '%s'
                   and 1 <> (select count(*) from spbe.shared_assessment r
                              where r.from_tenant = a.tenant_id and r.assessment_id = a.id
                                and r.shared_at = (select max(s.shared_at) from spbe.sharing s
                                                    where s.tenant_id = a.tenant_id and s.assessment_id = a.id))
                """.formatted(run));
    }

    /** Pairs of neighbours about the same thing that the audit trail tells in another order than they happened. */
    long outOfOrder() throws SQLException {
        return Sample.number(stack, """
                select count(*) from (
                  select a.position, lag(a.position) over (partition by e.tenant_id, e.subject order by e.id) as before
                    from outbox.event e join audit.entry a on a.tenant_id = e.tenant_id and a.event_id = e.id
                   where e.actor = '%s') told where position < before
                """.formatted(run));
    }
}
