-- Who may do what in a tenant, and the invitations that lead there.
create schema access;
grant usage on schema access to ${runtime};

create table access.membership (
  tenant_id  uuid not null default tenancy.current_tenant() references tenancy.tenant,
  id         uuid not null,
  issuer     text not null,
  subject    text not null,
  name       text,
  email      text,
  role       text not null check (role in ('province-overseer', 'province-coach', 'external-coach', 'external-assessor', 'head-of-region',
               'tenant-admin', 'coordinator', 'internal-assessor', 'data-entry', 'office-head', 'opd-officer', 'counter-officer',
               'walidata', 'data-protection-officer')),
  machine    boolean not null default false,
  office_id  uuid,
  decree     text,
  acting     text check (acting in ('Plt.', 'Plh.', 'Pj.')),
  valid_from date not null default current_date,
  valid_to   date check (valid_to >= valid_from),
  ended_at   timestamptz,
  version    integer not null default 1,
  created_at timestamptz not null default now(),
  primary key (tenant_id, id)
);
create unique index membership_once on access.membership (tenant_id, issuer, subject, role) where ended_at is null;
alter table access.membership enable row level security;
alter table access.membership force row level security;
create policy own_tenant on access.membership
  using (tenant_id = tenancy.current_tenant())
  with check (tenant_id = tenancy.current_tenant());
grant select, insert (id, issuer, subject, name, email, role, machine, office_id, decree, acting, valid_from, valid_to),
  update (role, ended_at, version) on access.membership to ${runtime};

create table access.invitation (
  tenant_id   uuid not null default tenancy.current_tenant() references tenancy.tenant,
  id          uuid not null,
  code        text not null, -- no key by itself: the verified e-mail must be the invited one
  email       text not null check (length(email) <= 254),
  role        text not null,
  decree      text check (length(decree) <= 200),
  valid_to    date,
  created_at  timestamptz not null default now(),
  expires_at  timestamptz not null,
  accepted_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, code)
);
alter table access.invitation enable row level security;
alter table access.invitation force row level security;
create policy own_tenant on access.invitation
  using (tenant_id = tenancy.current_tenant())
  with check (tenant_id = tenancy.current_tenant());
grant select, insert (id, code, email, role, decree, valid_to, expires_at), update (accepted_at) on access.invitation to ${runtime};

-- Those who run the service. They belong to no tenant and see no tenant's data.
create table access.operator (
  issuer  text not null,
  subject text not null,
  name    text,
  primary key (issuer, subject)
);
grant select on access.operator to ${runtime};
