-- A tenant's own assessments. One answer per stage and indicator, so that the later stages (document, interview, visit, review, final)
-- stand beside the self-assessment and never replace it.
create table spbe.assessment (
  tenant_id        uuid not null default tenancy.current_tenant() references tenancy.tenant,
  id               uuid not null,
  year             integer not null check (year between 2018 and 2100),
  instrument       text not null,
  stage            text not null default 'FILLING' check (stage in ('FILLING', 'FILLED', 'CHECKED', 'APPROVED', 'HANDED_IN', 'DOCUMENT',
                     'INTERVIEW', 'VISIT', 'REVIEW', 'FINAL', 'FOLLOW_UP')),
  simulated        boolean not null,
  person_in_charge uuid, -- the membership of the one internal assessor who answers for it
  version          integer not null default 1,
  created_by       text not null,
  created_at       timestamptz not null default now(),
  shared_at        timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, year, instrument),
  foreign key (tenant_id, person_in_charge) references access.membership (tenant_id, id)
);
alter table spbe.assessment enable row level security;
alter table spbe.assessment force row level security;
create policy own_tenant on spbe.assessment
  using (tenant_id = tenancy.current_tenant())
  with check (tenant_id = tenancy.current_tenant());
grant select, insert (id, year, instrument, simulated, created_by), update (shared_at, version) on spbe.assessment to ${runtime};

create table spbe.answer (
  tenant_id       uuid not null default tenancy.current_tenant() references tenancy.tenant,
  assessment_id   uuid not null,
  stage           text not null default 'SELF' check (stage in ('SELF', 'DOCUMENT', 'INTERVIEW', 'VISIT', 'REVIEW', 'FINAL')),
  indicator       integer not null check (indicator between 1 and 99),
  level           numeric check (level between 1 and 5),
  fact            text not null check (length(fact) <= 4000),
  analysis        text not null check (length(analysis) <= 4000),
  version         integer not null,
  updated_by      text not null,
  updated_by_name text,
  updated_at      timestamptz not null default now(),
  primary key (tenant_id, assessment_id, stage, indicator),
  foreign key (tenant_id, assessment_id) references spbe.assessment (tenant_id, id)
);
alter table spbe.answer enable row level security;
alter table spbe.answer force row level security;
create policy own_tenant on spbe.answer
  using (tenant_id = tenancy.current_tenant())
  with check (tenant_id = tenancy.current_tenant());
grant select, insert (assessment_id, stage, indicator, level, fact, analysis, version, updated_by, updated_by_name),
  update (level, fact, analysis, version, updated_by, updated_by_name, updated_at) on spbe.answer to ${runtime};

-- Every version of an answer, as it was saved.
create table spbe.answer_version (
  tenant_id     uuid not null default tenancy.current_tenant() references tenancy.tenant,
  assessment_id uuid not null,
  stage         text not null default 'SELF',
  indicator     integer not null,
  version       integer not null,
  level         numeric,
  fact          text not null,
  analysis      text not null,
  saved_by      text not null,
  saved_by_name text,
  saved_at      timestamptz not null default now(),
  primary key (tenant_id, assessment_id, stage, indicator, version),
  foreign key (tenant_id, assessment_id, stage, indicator) references spbe.answer (tenant_id, assessment_id, stage, indicator)
);
alter table spbe.answer_version enable row level security;
alter table spbe.answer_version force row level security;
create policy own_tenant on spbe.answer_version
  using (tenant_id = tenancy.current_tenant())
  with check (tenant_id = tenancy.current_tenant());
grant select, insert (assessment_id, stage, indicator, version, level, fact, analysis, saved_by, saved_by_name)
  on spbe.answer_version to ${runtime};

create table spbe.evidence (
  tenant_id     uuid not null default tenancy.current_tenant() references tenancy.tenant,
  id            uuid not null,
  assessment_id uuid not null,
  indicator     integer not null check (indicator between 1 and 99),
  document_id   uuid not null,
  removed_at    timestamptz,
  removed_by    text,
  primary key (tenant_id, id),
  foreign key (tenant_id, assessment_id) references spbe.assessment (tenant_id, id),
  foreign key (tenant_id, document_id) references document.document (tenant_id, id)
);
create index evidence_indicator on spbe.evidence (tenant_id, assessment_id, indicator);
alter table spbe.evidence enable row level security;
alter table spbe.evidence force row level security;
create policy own_tenant on spbe.evidence
  using (tenant_id = tenancy.current_tenant())
  with check (tenant_id = tenancy.current_tenant());
grant select, insert (id, assessment_id, indicator, document_id), update (removed_at, removed_by) on spbe.evidence to ${runtime};

-- What the coordinator shared with the province, as it was at that moment.
create table spbe.sharing (
  tenant_id     uuid not null default tenancy.current_tenant() references tenancy.tenant,
  id            uuid not null,
  assessment_id uuid not null,
  province_id   uuid not null references tenancy.tenant,
  snapshot      jsonb not null,
  shared_by     text not null,
  shared_at     timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, assessment_id) references spbe.assessment (tenant_id, id)
);
alter table spbe.sharing enable row level security;
alter table spbe.sharing force row level security;
create policy own_tenant on spbe.sharing
  using (tenant_id = tenancy.current_tenant())
  with check (tenant_id = tenancy.current_tenant());
grant select, insert (id, assessment_id, province_id, snapshot, shared_by, shared_at) on spbe.sharing to ${runtime};

-- The province's copy of what its regencies shared: its own rows, written as the province.
create table spbe.shared_assessment (
  tenant_id     uuid not null default tenancy.current_tenant() references tenancy.tenant,
  from_tenant   uuid not null references tenancy.tenant,
  assessment_id uuid not null,
  snapshot      jsonb not null,
  shared_at     timestamptz not null,
  primary key (tenant_id, from_tenant, assessment_id)
);
alter table spbe.shared_assessment enable row level security;
alter table spbe.shared_assessment force row level security;
create policy own_tenant on spbe.shared_assessment
  using (tenant_id = tenancy.current_tenant())
  with check (tenant_id = tenancy.current_tenant());
grant select, insert (from_tenant, assessment_id, snapshot, shared_at), update (snapshot, shared_at) on spbe.shared_assessment to ${runtime};
