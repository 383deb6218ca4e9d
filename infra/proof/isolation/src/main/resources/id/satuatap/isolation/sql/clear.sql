-- What the probes know, gone from every table that names a tenant.
do $$
declare
  gone uuid[] := array(select id from tenancy.tenant where slug like 'probe%');
  held regclass;
begin
  set local session_replication_role = replica; -- in whatever order
  for held in select c.oid from pg_class c join pg_attribute a on a.attrelid = c.oid
               where c.relkind = 'r' and a.attname = 'tenant_id' and not a.attisdropped
                 and c.relnamespace::regnamespace::text !~ '^(pg_|information_schema)'
  loop
    execute format('delete from %s where tenant_id = any ($1)', held) using gone;
  end loop;
  delete from tenancy.tenant where id = any (gone);
end $$
