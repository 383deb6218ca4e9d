-- Files of the load, by their name.
select t.slug as tenant, replace(d.name, '.pdf', '') as key, d.tenant_id || '/' || d.id as place, d.sha256,
       count(e.id) as events, count(a.event_id) as entries
  from document.document d
  join tenancy.tenant t on t.id = d.tenant_id
  left join spbe.evidence s on s.tenant_id = d.tenant_id and s.document_id = d.id
  left join outbox.event e on e.tenant_id = d.tenant_id and e.type = 'spbe.evidence-added'
   and (e.data->>'document')::uuid = d.id and (e.data->>'evidence')::uuid = s.id
  left join audit.entry a on a.tenant_id = e.tenant_id and a.event_id = e.id
 where d.name like 'uji-%'
 group by t.slug, d.tenant_id, d.id, d.name, d.sha256, s.id
