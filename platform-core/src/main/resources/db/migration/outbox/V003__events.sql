-- Every change of a tenant's data, kept in the transaction of the change, and told to listeners afterwards.
create schema outbox;
grant usage on schema outbox to ${runtime};

create table outbox.event (
  tenant_id       uuid not null default tenancy.current_tenant() references tenancy.tenant,
  id              uuid not null,
  type            text not null,
  subject         uuid not null,
  data            jsonb not null,
  actor           text not null,
  actor_name      text,
  request_id      text,
  occurred_at     timestamptz not null default now(),
  relayed_at      timestamptz,
  attempts        integer not null default 0,
  next_attempt_at timestamptz not null default now(),
  primary key (tenant_id, id)
);
create index event_waiting on outbox.event (tenant_id, next_attempt_at) where relayed_at is null;
alter table outbox.event enable row level security;
alter table outbox.event force row level security;
create policy own_tenant on outbox.event
  using (tenant_id = tenancy.current_tenant())
  with check (tenant_id = tenancy.current_tenant());
grant select, insert (id, type, subject, data, actor, actor_name, request_id), update (relayed_at, attempts, next_attempt_at)
  on outbox.event to ${runtime};
