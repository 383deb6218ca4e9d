-- One row for each person or machine that ever did something in a tenant. Everything else keeps its id and no name: so people with one
-- name are told apart, and one of them can be forgotten. Comments on columns say what is personal, and how long it is kept.
create table access.person (
  tenant_id  uuid not null default tenancy.current_tenant() references tenancy.tenant,
  id         uuid not null,
  issuer     text,
  subject    text,
  name       text,
  email      text,
  machine    boolean not null default false,
  created_at timestamptz not null default now(),
  erased_at  timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, issuer, subject),
  check (erased_at is null or (issuer is null and subject is null and name is null and email is null)),
  check (erased_at is not null or (issuer is not null and subject is not null))
);
alter table access.person enable row level security;
alter table access.person force row level security;
create policy own_tenant on access.person
  using (tenant_id = tenancy.current_tenant())
  with check (tenant_id = tenancy.current_tenant());
grant select, insert (id, issuer, subject, name, email, machine), update (issuer, subject, name, email, erased_at)
  on access.person to ${runtime};
comment on column access.person.issuer is 'personal: identity; keep: last act+5y';
comment on column access.person.subject is 'personal: identity; keep: last act+5y';
comment on column access.person.name is 'personal: identity; keep: last act+5y';
comment on column access.person.email is 'personal: contact; keep: last act+5y';

-- Who may sign: some have no account. Names are written with titles, as on paper.
create table access.official (
  tenant_id  uuid not null default tenancy.current_tenant() references tenancy.tenant,
  id         uuid not null,
  person_id  uuid,
  name       text not null check (length(name) between 1 and 200),
  nip        text check (nip ~ '^[0-9]{18}$'),
  rank       text check (length(rank) <= 100),
  version    integer not null default 1,
  created_at timestamptz not null default now(),
  primary key (tenant_id, id),
  unique (tenant_id, nip),
  foreign key (tenant_id, person_id) references access.person (tenant_id, id)
);
create index official_person on access.official (tenant_id, person_id);
alter table access.official enable row level security;
alter table access.official force row level security;
create policy own_tenant on access.official
  using (tenant_id = tenancy.current_tenant())
  with check (tenant_id = tenancy.current_tenant());
grant select, insert (id, person_id, name, nip, rank), update (person_id, name, nip, rank, version) on access.official to ${runtime};
comment on column access.official.name is 'personal: identity; keep: appointment+10y';
comment on column access.official.nip is 'personal: identity; keep: appointment+10y';
comment on column access.official.rank is 'personal: employment; keep: appointment+10y';

-- Who holds which post, from a day to a day, by which decree. Posts and offices are the office feature's; here they are ids.
create table access.appointment (
  tenant_id   uuid not null default tenancy.current_tenant() references tenancy.tenant,
  id          uuid not null,
  official_id uuid not null,
  post_id     uuid not null,
  office_id   uuid not null,
  acting      text check (acting in ('Plt.', 'Plh.', 'Pj.')),
  decree      text check (length(decree) <= 200),
  decree_on   date,
  valid_from  date not null,
  valid_to    date check (valid_to >= valid_from),
  ended_at    timestamptz,
  version     integer not null default 1,
  created_at  timestamptz not null default now(),
  primary key (tenant_id, id),
  foreign key (tenant_id, official_id) references access.official (tenant_id, id)
);
create index appointment_official on access.appointment (tenant_id, official_id);
create index appointment_post on access.appointment (tenant_id, post_id);
alter table access.appointment enable row level security;
alter table access.appointment force row level security;
create policy own_tenant on access.appointment
  using (tenant_id = tenancy.current_tenant())
  with check (tenant_id = tenancy.current_tenant());
grant select, insert (id, official_id, post_id, office_id, acting, decree, decree_on, valid_from, valid_to),
  update (acting, decree, decree_on, valid_to, ended_at, version) on access.appointment to ${runtime};

-- Which offices are within which, at any depth, written by the office feature: so a right by office is known without asking it.
create table access.office_within (
  tenant_id   uuid not null default tenancy.current_tenant() references tenancy.tenant,
  office_id   uuid not null,
  ancestor_id uuid not null,
  holds       boolean not null default true, -- false since a decree took it out
  primary key (tenant_id, ancestor_id, office_id)
);
alter table access.office_within enable row level security;
alter table access.office_within force row level security;
create policy own_tenant on access.office_within
  using (tenant_id = tenancy.current_tenant())
  with check (tenant_id = tenancy.current_tenant());
grant select, insert (office_id, ancestor_id), update (holds) on access.office_within to ${runtime};

-- Everybody whom any table named so far becomes a person. Only one issuer vouched for all of them.
do $migration$
declare
  tenant uuid;
  one_issuer text;
begin
  for tenant in select id from tenancy.tenant loop
    perform set_config('app.tenant_id', tenant::text, true);
    select issuer into one_issuer from access.membership group by issuer order by count(*) desc limit 1;
    one_issuer := coalesce(one_issuer, (select issuer from access.operator limit 1), 'unknown');
    insert into access.person (id, issuer, subject, name, email, machine)
    select distinct on (issuer, subject) gen_random_uuid(), issuer, subject, name, email, machine
      from (
        select issuer, subject, name, email, machine, 0 as rank from access.membership
        union all
        select case seen.subject when 'simulasi' then 'setup' else one_issuer end, seen.subject, seen.name, null, false, 1
          from (
            select actor, actor_name from outbox.event
            union all select actor, actor_name from audit.entry
            union all select added_by, added_name from document.document
            union all select created_by, null from spbe.assessment
            union all select updated_by, updated_by_name from spbe.answer
            union all select saved_by, saved_by_name from spbe.answer_version
            union all select removed_by, null from spbe.evidence
            union all select shared_by, null from spbe.sharing
          ) seen (subject, name)
         where seen.subject is not null and seen.subject <> 'system'
           and not exists (select from access.membership m where m.subject = seen.subject)
      ) everybody
     order by issuer, subject, rank, email is null, name is null;
  end loop;
  perform set_config('app.tenant_id', '', true);
end
$migration$;

-- A membership is a person's, for an office or for all. Its first day is given, by the tenant's calendar.
alter table access.membership add column person_id uuid;
do $migration$
declare
  tenant uuid;
begin
  for tenant in select id from tenancy.tenant loop
    perform set_config('app.tenant_id', tenant::text, true);
    update access.membership m set person_id = p.id from access.person p where p.issuer = m.issuer and p.subject = m.subject;
  end loop;
  perform set_config('app.tenant_id', '', true);
end
$migration$;
alter table access.membership
  alter column person_id set not null,
  alter column valid_from drop default,
  drop column issuer, drop column subject, drop column name, drop column email, drop column machine,
  drop constraint membership_role_check,
  add check (role in ('province-overseer', 'province-coach', 'external-coach', 'external-assessor', 'head-of-region', 'coordinator',
             'tenant-admin', 'internal-assessor', 'data-entry', 'office-head', 'secretary', 'opd-officer', 'counter-officer',
             'facility-officer', 'liaison-officer', 'information-officer', 'inspector', 'archivist', 'legal-officer', 'planner', 'editor',
             'walidata', 'data-protection-officer', 'kim-member', 'place-owner')),
  add foreign key (tenant_id, person_id) references access.person (tenant_id, id);
create unique index membership_once on access.membership (tenant_id, person_id, role, office_id) nulls not distinct where ended_at is null;
grant insert (person_id) on access.membership to ${runtime};

-- An offer is its maker's, goes to a mailbox however its address is written, and can be taken back or sent again.
alter table access.invitation
  add column mailbox text,
  add column office_id uuid,
  add column invited_by uuid,
  add column sent integer not null default 1 check (sent > 0),
  add column last_sent_at timestamptz not null default now(),
  add column withdrawn_at timestamptz,
  add foreign key (tenant_id, invited_by) references access.person (tenant_id, id);
do $migration$
declare
  tenant uuid;
begin
  for tenant in select id from tenancy.tenant loop
    perform set_config('app.tenant_id', tenant::text, true);
    update access.invitation i
       set mailbox = lower(regexp_replace(email, '^([^+@]+)[+][^@]*@', '\1@')), last_sent_at = created_at,
           invited_by = (select p.id from outbox.event e join access.person p on p.subject = e.actor
                          where e.type = 'access.invited' and e.subject = i.id limit 1);
  end loop;
  perform set_config('app.tenant_id', '', true);
end
$migration$;
alter table access.invitation alter column mailbox set not null;
create index invitation_mailbox on access.invitation (tenant_id, mailbox, last_sent_at);
grant insert (mailbox, office_id, invited_by), update (sent, last_sent_at, expires_at, withdrawn_at) on access.invitation to ${runtime};
comment on column access.invitation.email is 'personal: contact; keep: invitation+1y';
comment on column access.invitation.mailbox is 'personal: contact; keep: invitation+1y';
