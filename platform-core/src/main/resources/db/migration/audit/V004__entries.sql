-- The tenant's record of changes and refusals. Each entry carries the hash of the one before: nothing can be taken out unseen.
create schema audit;
grant usage on schema audit to ${runtime};

create table audit.entry (
  tenant_id     uuid not null default tenancy.current_tenant() references tenancy.tenant,
  position      bigint not null check (position > 0),
  event_id      uuid not null,
  kind          text not null check (kind in ('CHANGE', 'REFUSAL')),
  action        text not null,
  actor         text not null,
  actor_name    text,
  subject       text,
  data          jsonb not null,
  occurred_at   timestamptz not null,
  previous_hash text not null,
  hash          text not null,
  primary key (tenant_id, position),
  unique (tenant_id, event_id)
);
alter table audit.entry enable row level security;
alter table audit.entry force row level security;
create policy own_tenant on audit.entry
  using (tenant_id = tenancy.current_tenant())
  with check (tenant_id = tenancy.current_tenant());
grant select, insert (position, event_id, kind, action, actor, actor_name, subject, data, occurred_at, previous_hash, hash)
  on audit.entry to ${runtime};
