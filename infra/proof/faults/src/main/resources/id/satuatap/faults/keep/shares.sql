-- ${count} assessments of ${tenant}, each shared five times: an older copy must never replace a newer one.
insert into access.person (tenant_id, id, issuer, subject) select id, '${run}'::uuid, 'uji', '${run}' from tenancy.tenant where slug = '${tenant}';
with assessed as materialized (
  select t.id as tenant, p.parent_id as province, uuidv7() as id, g
    from tenancy.tenant t join tenancy.tenant_parent p on p.tenant_id = t.id, generate_series(1, ${count}) g where t.slug = '${tenant}'),
kept as (insert into spbe.assessment (tenant_id, id, year, instrument, simulated, created_by)
         select tenant, id, 2040, '${run}-' || '${tenant}-' || g || '-' || id, true, '${run}'::uuid from assessed),
shared as materialized (select a.*, uuidv7() as sharing, s from assessed a, generate_series(1, 5) s),
copies as (insert into spbe.sharing (tenant_id, id, assessment_id, province_id, snapshot, shared_by, shared_at)
           select tenant, sharing, id, province, (select snapshot from spbe.sharing limit 1), '${run}'::uuid,
                  now() + s * interval '1 second' from shared)
insert into outbox.event (tenant_id, id, type, subject, data, actor)
select tenant, uuidv7(), 'spbe.assessment-shared', id, jsonb_build_object('sharing', sharing, 'province', province), '${run}'::uuid
  from shared order by g, s;
insert into outbox.delivery (tenant_id, event_id, listener)
select tenant_id, id, listener from outbox.event, unnest(array['audit', 'sharing']) listener
 where actor = '${run}' and type = 'spbe.assessment-shared' on conflict do nothing;
select pg_notify('satuatap_event', id || '/' || id) from tenancy.tenant where slug = '${tenant}';
