-- Results that the ministry or another named source published: shared reference, the same for all tenants, written by setup only.
create schema spbe;
grant usage on schema spbe to ${runtime};

create table spbe.source (
  key   text primary key,
  title text not null
);
grant select on spbe.source to ${runtime};

create table spbe.official_result (
  id          integer primary key, -- line of the data file: the order of the list
  region_code text references tenancy.region,
  province    text references tenancy.region,
  body        text not null,
  kind        text not null check (kind in ('regency', 'city', 'province', 'central', 'aggregate')),
  year        integer not null check (year between 2018 and 2100),
  instrument  text not null,
  index       numeric,
  predicate   text,
  domains     jsonb not null,
  aspects     jsonb not null,
  indicators  jsonb not null,
  complete    boolean not null,
  source      text not null references spbe.source,
  note        text,
  check (kind in ('central', 'aggregate') or region_code is not null)
);
create index official_result_region on spbe.official_result (region_code, year);
create index official_result_year on spbe.official_result (year, province);
grant select on spbe.official_result to ${runtime};
