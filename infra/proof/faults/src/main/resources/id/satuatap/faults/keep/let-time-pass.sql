-- As if the minute had passed for which a dead worker holds its events.
with waiting as (
  update outbox.delivery d set next_attempt_at = now() from outbox.event e
   where e.tenant_id = d.tenant_id and e.id = d.event_id and e.actor = '${run}' and heard_at is null and parked_at is null
  returning d.tenant_id)
select pg_notify('satuatap_event', tenant_id || '/' || tenant_id) from waiting group by tenant_id;
