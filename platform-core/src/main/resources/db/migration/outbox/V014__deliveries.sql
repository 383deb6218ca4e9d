-- What each listener owes of an event, one row each, so that none waits for another. The event itself never changes any more.
create table outbox.delivery (
  tenant_id       uuid not null default tenancy.current_tenant(),
  event_id        uuid not null,
  listener        text not null,
  attempts        integer not null default 0,
  next_attempt_at timestamptz not null default now(), -- while it is being told: until when it is held
  heard_at        timestamptz,
  parked_at       timestamptz,                        -- given up, until somebody has it tried again
  reason          text,                               -- of the last failure
  primary key (tenant_id, event_id, listener),
  foreign key (tenant_id, event_id) references outbox.event on delete cascade,
  check (heard_at is null or parked_at is null)
);
create index delivery_waiting on outbox.delivery (tenant_id, listener, next_attempt_at) where heard_at is null and parked_at is null;
create index delivery_parked on outbox.delivery (tenant_id, event_id, listener) where parked_at is not null;
alter table outbox.delivery enable row level security;
alter table outbox.delivery force row level security;
create policy own_tenant on outbox.delivery
  using (tenant_id = tenancy.current_tenant())
  with check (tenant_id = tenancy.current_tenant());
grant select, insert (event_id, listener), update (attempts, next_attempt_at, heard_at, parked_at, reason)
  on outbox.delivery to ${runtime};

-- What open screens hear of an event: the name by which they know it, and who may hear.
alter table outbox.event add live_name text, add audience text, add check ((live_name is null) = (audience is null));
grant insert (live_name, audience) on outbox.event to ${runtime};
comment on column outbox.event.live_name is 'impersonal: by which screens know what happened';

-- What waits, waits on.
do $$
declare
  tenant uuid;
begin
  for tenant in select id from tenancy.tenant loop
    perform set_config('app.tenant_id', tenant::text, true);
    insert into outbox.delivery (event_id, listener)
    select id, 'audit' from outbox.event where relayed_at is null
    union all
    select id, 'invitation-mail' from outbox.event where relayed_at is null and type = 'access.invited'
    union all
    select id, 'sharing' from outbox.event where relayed_at is null and type = 'spbe.assessment-shared';
  end loop;
  perform set_config('app.tenant_id', '', true);
end
$$;
alter table outbox.event drop relayed_at, drop attempts, drop next_attempt_at; -- and the index over them

-- An event goes when all have heard of it and it is thirty days old. The application may not delete: it may only ask for this.
create or replace function outbox.trim_events(most integer) returns bigint language sql volatile security definer
  set search_path = pg_catalog, pg_temp as
$$
  with aged as (
    select e.id from outbox.event e
     where e.occurred_at < now() - interval '30 days'
       and not exists (select from outbox.delivery d where d.event_id = e.id and d.heard_at is null)
     limit most for update of e skip locked
  ),
  gone as (
    delete from outbox.event told using aged where told.id = aged.id returning 1
  )
  select count(*) from gone
$$;
