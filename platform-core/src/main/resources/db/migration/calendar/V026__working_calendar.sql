-- Which days a government works and its hours, from a day on, and the days on which it closes its offices itself. What the state decrees for
-- all is no row here: it comes with the program. Nothing is deleted: a week that was set stays, so that the past is counted as it was.
create schema calendar;
grant usage on schema calendar to ${runtime};

-- One row for each time somebody set the week; of several from the same day the newest holds. No row: the usual week.
create table calendar.week (
  tenant_id  uuid not null default tenancy.current_tenant() references tenancy.tenant,
  version    integer not null check (version > 0), -- counts up by one: who sets it names the one he has seen
  id         uuid not null,
  valid_from date not null,                        -- its first day, in the tenant's zone
  set_by     uuid not null,
  set_at     timestamptz not null default now(),
  primary key (tenant_id, version),
  unique (tenant_id, id),
  foreign key (tenant_id, set_by) references access.person (tenant_id, id)
);
alter table calendar.week enable row level security;
alter table calendar.week force row level security;
create policy own_tenant on calendar.week
  using (tenant_id = tenancy.current_tenant())
  with check (tenant_id = tenancy.current_tenant());
grant select, insert (version, id, valid_from, set_by) on calendar.week to ${runtime};

-- A weekday without a row is free.
create table calendar.hours (
  tenant_id uuid not null default tenancy.current_tenant() references tenancy.tenant,
  version   integer not null,
  weekday   smallint not null check (weekday between 1 and 7), -- 1 is Monday
  opens     time not null,
  closes    time not null check (closes > opens),
  primary key (tenant_id, version, weekday),
  foreign key (tenant_id, version) references calendar.week (tenant_id, version)
);
alter table calendar.hours enable row level security;
alter table calendar.hours force row level security;
create policy own_tenant on calendar.hours
  using (tenant_id = tenancy.current_tenant())
  with check (tenant_id = tenancy.current_tenant());
grant select, insert (version, weekday, opens, closes) on calendar.hours to ${runtime};

create table calendar.closure (
  tenant_id    uuid not null default tenancy.current_tenant() references tenancy.tenant,
  id           uuid not null,
  first_day    date not null,
  last_day     date not null check (last_day between first_day and first_day + 91),
  reason       text not null check (length(reason) between 1 and 120),
  simulated    boolean not null,              -- invented, and says so wherever it is shown
  created_by   uuid not null,
  created_at   timestamptz not null default now(),
  withdrawn_by uuid,
  withdrawn_at timestamptz,
  version      integer not null default 1,
  primary key (tenant_id, id),
  check ((withdrawn_by is null) = (withdrawn_at is null)),
  foreign key (tenant_id, created_by) references access.person (tenant_id, id),
  foreign key (tenant_id, withdrawn_by) references access.person (tenant_id, id)
);
create index closure_first_day on calendar.closure (tenant_id, first_day, id);
create index closure_author on calendar.closure (tenant_id, created_by);
alter table calendar.closure enable row level security;
alter table calendar.closure force row level security;
create policy own_tenant on calendar.closure
  using (tenant_id = tenancy.current_tenant())
  with check (tenant_id = tenancy.current_tenant());
grant select,
  insert (id, first_day, last_day, reason, simulated, created_by),
  update (withdrawn_by, withdrawn_at, version)
  on calendar.closure to ${runtime};

-- Each day that an open closure covers: the index lets no day be closed twice, however many try at once. An exclusion constraint would need an
-- extension.
create table calendar.closed_day (
  tenant_id  uuid not null default tenancy.current_tenant() references tenancy.tenant,
  closure_id uuid not null,
  day        date not null,
  open       boolean not null default true,
  primary key (tenant_id, closure_id, day),
  foreign key (tenant_id, closure_id) references calendar.closure (tenant_id, id)
);
create unique index closed_day_once on calendar.closed_day (tenant_id, day) where open;
alter table calendar.closed_day enable row level security;
alter table calendar.closed_day force row level security;
create policy own_tenant on calendar.closed_day
  using (tenant_id = tenancy.current_tenant())
  with check (tenant_id = tenancy.current_tenant());
grant select, insert (closure_id, day), update (open) on calendar.closed_day to ${runtime};
