-- Named, dated numbers. They are measured by the program and never typed; a snapshot is never changed: another way of counting is another version.
create schema figure;
grant usage on schema figure to ${runtime};

create table figure.figure (
  tenant_id     uuid not null default tenancy.current_tenant() references tenancy.tenant,
  id            uuid not null,
  key           text not null check (key ~ '^[a-z]+[.][a-z-]+$'),
  office_id     uuid, -- null for the whole government
  first_day     date not null,
  last_day      date not null check (last_day >= first_day),
  numerator     bigint not null,
  denominator   bigint check (denominator >= 0), -- null for a plain count
  n             bigint not null check (n >= 0), -- how many things or people it was measured on
  people        boolean not null, -- whether n counts people, so that few of them are not shown outside
  unit          text not null check (unit in ('PEOPLE', 'INDICATORS', 'CASES', 'MINUTES', 'DAYS', 'POINTS')),
  query_version integer not null check (query_version > 0),
  source        text not null check (length(source) <= 200),
  simulated     boolean not null,
  measured_at   timestamptz not null default now(),
  primary key (tenant_id, id)
);
create unique index figure_once on figure.figure (tenant_id, key, office_id, first_day, last_day, query_version) nulls not distinct;
create index figure_day on figure.figure (tenant_id, first_day);
alter table figure.figure enable row level security;
alter table figure.figure force row level security;
create policy own_tenant on figure.figure
  using (tenant_id = tenancy.current_tenant())
  with check (tenant_id = tenancy.current_tenant());
grant select, insert (id, key, office_id, first_day, last_day, numerator, denominator, n, people, unit, query_version, source, simulated)
  on figure.figure to ${runtime};
comment on column figure.figure.source is 'impersonal: what was counted, in words';
