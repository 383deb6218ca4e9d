-- Events that the audit trail has not exactly once.
select count(*) from outbox.event e where e.actor = '${run}'
   and 1 <> (select count(*) from audit.entry a where a.tenant_id = e.tenant_id and a.event_id = e.id)
