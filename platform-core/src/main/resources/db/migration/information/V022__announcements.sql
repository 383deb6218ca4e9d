-- What a government tells everybody for some days: a title, plain paragraphs, at most one address to read on. Shown from the first to the last
-- day of the tenant's zone. Nothing is deleted: what was said stays, and says that it was withdrawn.
create schema information;
grant usage on schema information to ${runtime};

create table information.announcement (
  tenant_id    uuid not null default tenancy.current_tenant() references tenancy.tenant,
  id           uuid not null,                 -- in the order of writing
  title        text not null check (length(title) between 1 and 120),
  text         text not null check (length(text) between 1 and 2000),
  link         text check (length(link) <= 300 and link ~ '^https://'),
  urgent       boolean not null default false,
  valid_from   date not null,
  valid_to     date not null check (valid_to >= valid_from),
  office_id    uuid,                          -- who says it; the whole government without one
  simulated    boolean not null,              -- invented, and says so wherever it is shown
  created_by   uuid not null,
  created_at   timestamptz not null default now(),
  changed_by   uuid not null,
  changed_at   timestamptz not null default now(),
  withdrawn_at timestamptz,
  version      integer not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, office_id) references office.office (tenant_id, id),
  foreign key (tenant_id, created_by) references access.person (tenant_id, id),
  foreign key (tenant_id, changed_by) references access.person (tenant_id, id)
);
create index announcement_shown on information.announcement (tenant_id, valid_to) where withdrawn_at is null;
create index announcement_author on information.announcement (tenant_id, created_by);
alter table information.announcement enable row level security;
alter table information.announcement force row level security;
create policy own_tenant on information.announcement
  using (tenant_id = tenancy.current_tenant())
  with check (tenant_id = tenancy.current_tenant());
grant select,
  insert (id, title, text, link, urgent, valid_from, valid_to, office_id, simulated, created_by, changed_by),
  update (title, text, link, urgent, valid_from, valid_to, office_id, changed_by, changed_at, withdrawn_at, version)
  on information.announcement to ${runtime};
