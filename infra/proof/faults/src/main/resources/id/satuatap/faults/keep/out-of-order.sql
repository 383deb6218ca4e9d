-- Pairs of neighbours about the same thing that the audit trail tells in another order than they happened.
select count(*) from (
  select a.position, lag(a.position) over (partition by e.tenant_id, e.subject order by e.id) as before
    from outbox.event e join audit.entry a on a.tenant_id = e.tenant_id and a.event_id = e.id
   where e.actor = '${run}') told where position < before
