-- Tenants, their hosts, and the regions of Indonesia: shared reference, written by setup only.
-- The application may change a tenant's state, and nothing else of it.
create schema tenancy;
grant usage on schema tenancy to ${runtime};

-- The tenant that the transaction is for; null outside of any. Inlines into the policies, so that the planner sees an index condition.
create function tenancy.current_tenant() returns uuid language sql stable parallel safe as
$$ select nullif(current_setting('app.tenant_id', true), '')::uuid $$;
grant execute on function tenancy.current_tenant() to ${runtime};

create table tenancy.region (
  code        text primary key check (code ~ '^[0-9]{2}([.][0-9]{2})?$'),
  name        text not null,
  kind        text not null check (kind in ('PROVINCE', 'REGENCY', 'CITY')),
  parent_code text references tenancy.region,
  latitude    double precision not null,
  longitude   double precision not null,
  check ((kind = 'PROVINCE') = (parent_code is null))
);
create index region_parent on tenancy.region (parent_code);
grant select on tenancy.region to ${runtime};

create table tenancy.tenant (
  id          uuid primary key,
  kind        text not null check (kind in ('PROVINCE', 'REGENCY', 'CITY')),
  region_code text not null references tenancy.region,
  slug        text not null unique check (slug ~ '^[a-z][a-z0-9]{1,30}$' and slug not in ('id', 'www', 'api', 'admin', 'app', 'mail', 'status')),
  name        text not null,
  state       text not null default 'DRAFT' check (state in ('DRAFT', 'ACTIVE', 'SUSPENDED', 'ARCHIVED')),
  simulated   boolean not null,
  accent      text not null check (accent ~ '^#[0-9a-f]{6}$'),
  languages   text[] not null default '{id,en}',
  zone        text not null
);
grant select, update (state) on tenancy.tenant to ${runtime};

-- Regions split: who stands above whom holds from a day to a day.
create table tenancy.tenant_parent (
  tenant_id  uuid not null references tenancy.tenant,
  parent_id  uuid not null references tenancy.tenant,
  valid_from date not null,
  valid_to   date check (valid_to > valid_from),
  primary key (tenant_id, valid_from)
);
grant select on tenancy.tenant_parent to ${runtime};

create table tenancy.tenant_host (
  host      text primary key check (host = lower(host)),
  tenant_id uuid not null references tenancy.tenant
);
create index tenant_host_tenant on tenancy.tenant_host (tenant_id);
grant select on tenancy.tenant_host to ${runtime};

-- Answers to requests that carried an Idempotency-Key.
create table tenancy.idempotency (
  tenant_id   uuid not null default tenancy.current_tenant() references tenancy.tenant,
  caller      text not null,
  key         text not null,
  fingerprint text not null,
  answer      jsonb,
  created_at  timestamptz not null default now(),
  primary key (tenant_id, caller, key)
);
alter table tenancy.idempotency enable row level security;
alter table tenancy.idempotency force row level security;
create policy own_tenant on tenancy.idempotency
  using (tenant_id = tenancy.current_tenant())
  with check (tenant_id = tenancy.current_tenant());
grant select, insert (caller, key, fingerprint), update (answer) on tenancy.idempotency to ${runtime};
