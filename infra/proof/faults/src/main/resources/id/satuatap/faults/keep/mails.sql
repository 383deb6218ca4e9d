-- ${count} invitations of ${tenant}, each with the event that has it mailed.
with given as materialized (select t.id as tenant, uuidv7() as id, g from tenancy.tenant t, generate_series(1, ${count}) g where t.slug = '${tenant}'),
invited as (insert into access.invitation (tenant_id, id, code, email, mailbox, role, expires_at)
            select tenant, id, md5(id::text), 'orang' || g || '@contoh.example', 'orang' || g || '@contoh.example', 'walidata', now() + interval '7 days' from given)
insert into outbox.event (tenant_id, id, type, subject, data, actor)
select tenant, uuidv7(), 'access.invited', id, '{"role": "walidata"}', '${run}'::uuid from given order by g;
insert into outbox.delivery (tenant_id, event_id, listener)
select tenant_id, id, listener from outbox.event, unnest(array['audit', 'invitation-mail']) listener
 where actor = '${run}' and type = 'access.invited' on conflict do nothing;
select pg_notify('satuatap_event', id || '/' || id) from tenancy.tenant where slug = '${tenant}';
