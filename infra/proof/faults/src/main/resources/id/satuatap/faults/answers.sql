-- Answers of the load, by the first word of their fact; all keys of the load begin with uji-.
select t.slug as tenant, split_part(v.fact, ' ', 1) as key, v.assessment_id || '/' || v.indicator || '/' || v.version as place,
       '' as sha256, count(e.id) as events, count(a.event_id) as entries
  from spbe.answer_version v
  join tenancy.tenant t on t.id = v.tenant_id
  left join outbox.event e on e.tenant_id = v.tenant_id and e.type = 'spbe.answer-saved' and e.subject = v.assessment_id
   and (e.data->>'indicator')::int = v.indicator and (e.data->>'version')::int = v.version
  left join audit.entry a on a.tenant_id = e.tenant_id and a.event_id = e.id
 where v.fact like 'uji-%'
 group by t.slug, v.tenant_id, v.assessment_id, v.indicator, v.version, v.fact
