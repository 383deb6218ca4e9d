-- The application may change the state of the tenant it works for, and lock that row; no other's. All may be read, as before.
alter table tenancy.tenant enable row level security;
create policy readable on tenancy.tenant for select using (true);
create policy own_row on tenancy.tenant for update
  using (id = tenancy.current_tenant())
  with check (id = tenancy.current_tenant());

-- Whose key it was: a person, by id. A key that was sent before the change still answers after it (an invitation's is refused: it has
-- another form now).
do $migration$
declare
  tenant uuid;
begin
  for tenant in select id from tenancy.tenant loop
    perform set_config('app.tenant_id', tenant::text, true);
    update tenancy.idempotency i set caller = p.id::text from access.person p where p.subject = i.caller;
  end loop;
  perform set_config('app.tenant_id', '', true);
end
$migration$;
