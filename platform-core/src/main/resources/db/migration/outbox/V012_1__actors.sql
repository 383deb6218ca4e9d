-- Who caused a change is a person, by id; null when it was the system.
alter table outbox.event add column actor_id uuid;
do $migration$
declare
  tenant uuid;
begin
  for tenant in select id from tenancy.tenant loop
    perform set_config('app.tenant_id', tenant::text, true);
    update outbox.event e set actor_id = (select p.id from access.person p where p.subject = e.actor order by p.id limit 1);
  end loop;
  perform set_config('app.tenant_id', '', true);
end
$migration$;
alter table outbox.event drop column actor, drop column actor_name;
alter table outbox.event rename column actor_id to actor;
grant insert (actor) on outbox.event to ${runtime};
