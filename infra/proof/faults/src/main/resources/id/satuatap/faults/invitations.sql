-- Invitations of the load, by their address.
select t.slug as tenant, split_part(i.email, '@', 1) as key, i.id::text as place, '' as sha256,
       count(e.id) as events, count(a.event_id) as entries
  from access.invitation i
  join tenancy.tenant t on t.id = i.tenant_id
  left join outbox.event e on e.tenant_id = i.tenant_id and e.subject = i.id
  left join audit.entry a on a.tenant_id = e.tenant_id and a.event_id = e.id
 where i.email like 'uji-%'
 group by t.slug, i.tenant_id, i.id, i.email
