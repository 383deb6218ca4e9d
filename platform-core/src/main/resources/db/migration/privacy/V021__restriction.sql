-- Everybody may have the processing of their data delayed or limited (UU 27/2022, articles 11 and 41): the data are kept and no longer shown.
create table privacy.restriction (
  tenant_id     uuid not null default tenancy.current_tenant() references tenancy.tenant,
  id            uuid not null,
  person_id     uuid not null,
  reason        text check (length(reason) <= 300),
  restricted_by uuid not null,
  restricted_at timestamptz not null default now(),
  lifted_by     uuid,
  lifted_at     timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references access.person (tenant_id, id),
  foreign key (tenant_id, restricted_by) references access.person (tenant_id, id),
  foreign key (tenant_id, lifted_by) references access.person (tenant_id, id),
  check ((lifted_by is null) = (lifted_at is null))
);
create unique index restriction_once on privacy.restriction (tenant_id, person_id) where lifted_at is null;
alter table privacy.restriction enable row level security;
alter table privacy.restriction force row level security;
create policy own_tenant on privacy.restriction
  using (tenant_id = tenancy.current_tenant())
  with check (tenant_id = tenancy.current_tenant());
grant select, insert (id, person_id, reason, restricted_by), update (lifted_by, lifted_at) on privacy.restriction to ${runtime};
comment on column privacy.restriction.reason is 'personal: content; keep: until the person is erased';

-- On the person's row, so that whoever joins it for the name knows.
alter table access.person add column restricted boolean not null default false;
create index person_restricted on access.person (tenant_id, id) where restricted;
grant update (restricted) on access.person to ${runtime};

-- Forgetting takes along why data were restricted.
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
    update privacy.restriction r set reason = null from who where r.person_id = who.id returning 1
  ),
  gone as (
    update access.person p set issuer = null, subject = null, name = null, email = null, restricted = false, erased_at = now()
      from who where p.id = who.id
    returning 1
  )
  select count(*) from gone
$$;
