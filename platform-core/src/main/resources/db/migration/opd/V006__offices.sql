-- The register of offices (perangkat daerah), each with where it was read, and counts that others published.
create schema opd;
grant usage on schema opd to ${runtime};

create table opd.office (
  tenant_id uuid not null default tenancy.current_tenant() references tenancy.tenant,
  id        uuid not null,
  code      text not null,
  name      text not null,
  short     text,
  kind      text not null,
  source    text not null,
  certainty text not null,
  primary key (tenant_id, id),
  unique (tenant_id, code)
);
alter table opd.office enable row level security;
alter table opd.office force row level security;
create policy own_tenant on opd.office
  using (tenant_id = tenancy.current_tenant())
  with check (tenant_id = tenancy.current_tenant());
grant select on opd.office to ${runtime};

create table opd.office_count (
  tenant_id uuid not null default tenancy.current_tenant() references tenancy.tenant,
  year      integer not null,
  count     integer not null check (count >= 0),
  source    text not null,
  note      text,
  primary key (tenant_id, year, source)
);
alter table opd.office_count enable row level security;
alter table opd.office_count force row level security;
create policy own_tenant on opd.office_count
  using (tenant_id = tenancy.current_tenant())
  with check (tenant_id = tenancy.current_tenant());
grant select on opd.office_count to ${runtime};
