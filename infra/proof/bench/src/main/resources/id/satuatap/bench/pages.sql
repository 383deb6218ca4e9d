\set n random(:first, :last)
\set most 9223372036854775807
begin read only;
select set_config('app.tenant_id', 'be9c0000-0000-7000-8000-' || lpad(:n::text, 12, '0'), true);
select position, occurred_at, kind, action, actor, subject, data from audit.entry
 where position < :most
   and (null::text is null or kind = null::text)
   and (null::timestamptz is null or occurred_at >= null::timestamptz)
   and (null::timestamptz is null or occurred_at < null::timestamptz)
   and (null::uuid is null or actor = null::uuid)
   and (null::text is null or action ilike null::text)
 order by position desc
 limit 21;
select id, issuer, subject, name, email, machine, erased_at from access.person
 where id = any(array[('be9c0001-0000-7000-8000-' || lpad(:n::text, 12, '0'))::uuid]);
select m.id, m.person_id, p.name, p.email, m.role, m.office_id, p.machine, m.decree, m.valid_from, m.valid_to, m.ended_at, m.version
  from access.membership m
  join access.person p on p.tenant_id = m.tenant_id and p.id = m.person_id
 where m.person_id = any(array[('be9c0001-0000-7000-8000-' || lpad(:n::text, 12, '0'))::uuid]);
select id, year, instrument, stage, simulated, version, created_at, shared_at from spbe.assessment
 where id = any(array[('be9c0000-2024-7000-8000-' || lpad(:n::text, 12, '0'))::uuid]);
commit;
