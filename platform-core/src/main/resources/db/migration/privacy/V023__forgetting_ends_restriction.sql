-- Who is forgotten has no data left that could be restricted: forgetting ends it, and nobody is named as having lifted it.
alter table privacy.restriction
  drop constraint restriction_check,
  add check (lifted_by is null or lifted_at is not null);
create index restriction_person on privacy.restriction (tenant_id, person_id);

-- The owner obeys row level security, so each tenant's rows are changed as that tenant.
do $migration$
declare
  tenant uuid;
begin
  for tenant in select id from tenancy.tenant loop
    perform set_config('app.tenant_id', tenant::text, true);
    update privacy.restriction r set reason = null, lifted_at = p.erased_at
      from access.person p where p.id = r.person_id and p.erased_at is not null and r.lifted_at is null;
  end loop;
  perform set_config('app.tenant_id', '', true);
end
$migration$;

create or replace function access.erase_person(erased uuid) returns bigint language sql volatile security definer
  set search_path = pg_catalog, pg_temp as
$$
  with who as (
    select id, email from access.person p
     where id = erased and erased_at is null
       and not exists (select from access.membership m where m.person_id = p.id and m.ended_at is null)
       for update
  ),
  letters as (
    update access.invitation i set email = '', mailbox = '', withdrawn_at = coalesce(withdrawn_at, now())
      from who where lower(i.email) = lower(who.email)
    returning 1
  ),
  answers as (
    delete from tenancy.idempotency k using who where k.caller = who.id::text returning 1
  ),
  officials as (
    update access.official o
       set person_id = null, nip = null, nip_sealed = null, nip_key = null, nip_found_by = null, version = version + 1
      from who where o.person_id = who.id
    returning 1
  ),
  restrictions as (
    update privacy.restriction r set reason = null, lifted_at = coalesce(lifted_at, now())
      from who where r.person_id = who.id
    returning 1
  ),
  gone as (
    update access.person p set issuer = null, subject = null, name = null, email = null, restricted = false, erased_at = now()
      from who where p.id = who.id
    returning 1
  )
  select count(*) from gone
$$;
