-- What the law on personal data asks for (UU 27/2022): who looked at somebody's data, and forgetting somebody.
create schema privacy;
grant usage on schema privacy to ${runtime};

-- Somebody's personal data were opened: by whom, which, and why. The one concerned may read it.
create table privacy.opening (
  tenant_id uuid not null default tenancy.current_tenant() references tenancy.tenant,
  id        uuid not null,
  person_id uuid not null,
  opened_by uuid not null,
  what      text not null check (length(what) <= 100),
  reason    text check (length(reason) <= 300),
  opened_at timestamptz not null default now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references access.person (tenant_id, id),
  foreign key (tenant_id, opened_by) references access.person (tenant_id, id)
);
create index opening_person on privacy.opening (tenant_id, person_id, opened_at);
alter table privacy.opening enable row level security;
alter table privacy.opening force row level security;
create policy own_tenant on privacy.opening
  using (tenant_id = tenancy.current_tenant())
  with check (tenant_id = tenancy.current_tenant());
grant select, insert (id, person_id, opened_by, what, reason) on privacy.opening to ${runtime};

-- Forgets one person of the transaction's tenant: the row stays, so that what it did keeps its id and the audit chain proves; who it was
-- goes, also from invitations to that address. The owner obeys row level security. Who still holds something is not forgotten.
create function access.erase_person(erased uuid) returns bigint language sql volatile security definer
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
  gone as (
    update access.person p set issuer = null, subject = null, name = null, email = null, erased_at = now()
      from who where p.id = who.id
    returning 1
  )
  select count(*) from gone
$$;
revoke execute on function access.erase_person from public;
grant execute on function access.erase_person to ${runtime};
revoke update (issuer, subject, erased_at) on access.person from ${runtime};

comment on column document.document.name is 'personal: content; keep: its use';
comment on column audit.entry.subject is 'impersonal: id of what it was done to, or the operation that was refused';
