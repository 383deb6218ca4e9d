-- Offices with their kind in law, what they belong to, what became of them, and the posts in them. A merger moves no rows: whoever asks for an
-- office that ended is told its successors.
alter schema opd rename to office;

-- form keeps what was read (dinas, badan, sekretariat …). Kecamatan are perangkat daerah, too (UU 23/2014, article 209); kelurahan, units and
-- facilities are parts of one, and a desa is none at all.
alter table office.office rename column kind to form;
alter table office.office
  add column kind text check (kind in ('PERANGKAT_DAERAH', 'UNIT', 'KECAMATAN', 'KELURAHAN', 'DESA', 'FACILITY')),
  add column parent_id uuid,
  add column decree text check (length(decree) <= 200),
  add column valid_from date,
  add column valid_to date check (valid_to >= valid_from),
  add column version integer not null default 1,
  add foreign key (tenant_id, parent_id) references office.office (tenant_id, id);
do $migration$
declare
  tenant uuid;
begin
  for tenant in select id from tenancy.tenant loop
    perform set_config('app.tenant_id', tenant::text, true);
    update office.office
       set kind = case form when 'kecamatan' then 'KECAMATAN' when 'kelurahan' then 'KELURAHAN' when 'desa' then 'DESA'
                            when 'rsud' then 'FACILITY' when 'puskesmas' then 'FACILITY' else 'PERANGKAT_DAERAH' end;
  end loop;
  perform set_config('app.tenant_id', '', true);
end
$migration$;
alter table office.office alter column kind set not null;
create index office_parent on office.office (tenant_id, parent_id);
grant insert (id, code, name, short, form, kind, parent_id, decree, valid_from, valid_to, source, certainty),
  update (name, short, parent_id, decree, valid_to, version) on office.office to ${runtime};

-- What an office became, by which decree: one row for each successor, so that a split has several.
create table office.succession (
  tenant_id    uuid not null default tenancy.current_tenant() references tenancy.tenant,
  office_id    uuid not null,
  successor_id uuid not null check (successor_id <> office_id),
  since        date not null,
  decree       text check (length(decree) <= 200),
  created_by   uuid not null,
  primary key (tenant_id, office_id, successor_id),
  foreign key (tenant_id, office_id) references office.office (tenant_id, id),
  foreign key (tenant_id, successor_id) references office.office (tenant_id, id),
  foreign key (tenant_id, created_by) references access.person (tenant_id, id)
);
alter table office.succession enable row level security;
alter table office.succession force row level security;
create policy own_tenant on office.succession
  using (tenant_id = tenancy.current_tenant())
  with check (tenant_id = tenancy.current_tenant());
grant select, insert (office_id, successor_id, since, decree, created_by) on office.succession to ${runtime};

create table office.post (
  tenant_id  uuid not null default tenancy.current_tenant() references tenancy.tenant,
  id         uuid not null,
  office_id  uuid not null,
  name       text not null check (length(name) between 1 and 200),
  head       boolean not null default false, -- whoever holds it is the head of the office
  position   integer not null default 100,   -- the order in which posts are shown
  valid_from date not null,
  valid_to   date check (valid_to >= valid_from),
  created_by uuid not null,
  created_at timestamptz not null default now(),
  primary key (tenant_id, id),
  unique (tenant_id, office_id, name),
  foreign key (tenant_id, office_id) references office.office (tenant_id, id),
  foreign key (tenant_id, created_by) references access.person (tenant_id, id)
);
alter table office.post enable row level security;
alter table office.post force row level security;
create policy own_tenant on office.post
  using (tenant_id = tenancy.current_tenant())
  with check (tenant_id = tenancy.current_tenant());
grant select, insert (id, office_id, name, head, position, valid_from, created_by), update (valid_to) on office.post to ${runtime};
comment on column office.post.name is 'impersonal: name of a post';
