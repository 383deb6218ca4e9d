-- Values that must not be read in a copy of the database are sealed with a key of their tenant; here it is kept, wrapped by a key of the
-- platform that is in no database (decision 0017).
create schema sealing;
grant usage on schema sealing to ${runtime};

create table sealing.tenant_key (
  tenant_id  uuid not null default tenancy.current_tenant() references tenancy.tenant,
  id         uuid not null,
  purpose    text not null check (purpose in ('SEAL', 'FIND')),
  wrapped    bytea not null,
  wrapped_by text not null check (length(wrapped_by) <= 40), -- the id of the platform's key
  created_at timestamptz not null default clock_timestamp(),
  retired_at timestamptz, -- since when nothing is sealed with it any more; it goes on opening what a backup brings back
  primary key (tenant_id, id)
);
create unique index tenant_key_find on sealing.tenant_key (tenant_id) where purpose = 'FIND';
alter table sealing.tenant_key enable row level security;
alter table sealing.tenant_key force row level security;
create policy own_tenant on sealing.tenant_key
  using (tenant_id = tenancy.current_tenant())
  with check (tenant_id = tenancy.current_tenant());
grant select, insert (id, purpose, wrapped, wrapped_by), update (wrapped, wrapped_by, retired_at) on sealing.tenant_key to ${runtime};

-- An NIP tells its holder's day of birth. SQL can't seal: a job of platform-core moves over what is clear here and empties it.
alter table access.official
  add column nip_sealed   bytea,
  add column nip_key      uuid,
  add column nip_found_by bytea check (length(nip_found_by) = 32),
  add check (num_nulls(nip_sealed, nip_key, nip_found_by) in (0, 3)),
  add check (nip is null or nip_sealed is null),
  add unique (tenant_id, nip_found_by),
  add foreign key (tenant_id, nip_key) references sealing.tenant_key (tenant_id, id);
create index official_nip_key on access.official (tenant_id, nip_key);
create index official_nip_clear on access.official (tenant_id, id) where nip is not null;
revoke insert (nip) on access.official from ${runtime};
grant insert (nip_sealed, nip_key, nip_found_by), update (nip_sealed, nip_key, nip_found_by) on access.official to ${runtime};
comment on column access.official.nip is 'personal: identity; keep: until it is sealed';
comment on column access.official.nip_sealed is 'personal: identity; keep: appointment+10y';
comment on column access.official.nip_found_by is 'personal: identity; keep: appointment+10y';

-- Forgetting a person takes the NIP, too, and cuts the tie to the official, whose name stays on the papers that were signed.
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
  gone as (
    update access.person p set issuer = null, subject = null, name = null, email = null, erased_at = now()
      from who where p.id = who.id
    returning 1
  )
  select count(*) from gone
$$;
