-- Every way in which the schema would let one tenant see another, one row each; none is the only good answer.
-- Read by the runtime role at start, and by the tests. What is shared on purpose is declared here, and nowhere else.
with shared_table (name) as (
  values ('tenancy.region'), ('tenancy.tenant'), ('tenancy.tenant_parent'), ('tenancy.tenant_host'),
         ('access.operator'), ('spbe.source'), ('spbe.official_result'), ('setup.history')
),
declared_function (name) as (
  values ('tenancy.current_tenant'), ('tenancy.trim_idempotency'), ('outbox.trim_events')
),
trimming_function (name) as ( -- remove what has aged, as an owner that obeys row level security
  values ('tenancy.trim_idempotency'), ('outbox.trim_events')
),
ours as (
  select oid, nspname from pg_namespace where nspname !~ '^pg_' and nspname <> 'information_schema'
),
relation as (
  select c.*, o.nspname || '.' || c.relname as name
    from pg_class c join ours o on o.oid = c.relnamespace
),
tenant_table as (
  select r.*, (select a.attnum from pg_attribute a
                where a.attrelid = r.oid and a.attname = 'tenant_id' and not a.attisdropped) as tenant_column
    from relation r
   where r.relkind in ('r', 'p') and r.name not in (select name from shared_table)
),
problem (about, what) as (
  select name, 'is a view, sequence, foreign or materialised table that nobody declared'
    from relation where relkind in ('v', 'm', 'f', 'S')
  union all
  select name, 'has no tenant_id' from tenant_table where tenant_column is null
  union all
  select name, 'is without forced row level security'
    from tenant_table where not (relrowsecurity and relforcerowsecurity)
  union all
  select t.name, 'does not have the one policy that every tenant table has'
    from tenant_table t
   where 1 <> (select count(*) from pg_policy p where p.polrelid = t.oid)
      or not exists (
         select from pg_policy p
          where p.polrelid = t.oid and p.polcmd = '*' and p.polpermissive and p.polroles = '{0}'
            and pg_get_expr(p.polqual, p.polrelid) = '(tenant_id = tenancy.current_tenant())'
            and pg_get_expr(p.polwithcheck, p.polrelid) = '(tenant_id = tenancy.current_tenant())')
  union all
  select t.name, 'has a tenant_id that may be null or does not default to the current tenant'
    from tenant_table t join pg_attribute a on a.attrelid = t.oid and a.attnum = t.tenant_column
    left join pg_attrdef d on d.adrelid = t.oid and d.adnum = a.attnum
   where not a.attnotnull or pg_get_expr(d.adbin, d.adrelid) is distinct from 'tenancy.current_tenant()'
  union all
  select t.name, 'has a unique index that does not begin with tenant_id: ' || i.indexrelid::regclass
    from tenant_table t join pg_index i on i.indrelid = t.oid
   where i.indisunique and i.indkey[0] is distinct from t.tenant_column
  union all
  select t.name, 'has no primary key'
    from tenant_table t where not exists (select from pg_index i where i.indrelid = t.oid and i.indisprimary)
  union all
  select t.name, 'has a foreign key to another tenant table without tenant_id: ' || k.conname
    from tenant_table t
    join pg_constraint k on k.conrelid = t.oid and k.contype = 'f'
    join tenant_table other on other.oid = k.confrelid
   where not exists (
         select from unnest(k.conkey, k.confkey) as pair (mine, theirs)
          where pair.mine = t.tenant_column and pair.theirs = other.tenant_column)
  union all
  select r.name, 'is shared, yet may be written by the application'
    from relation r
   where r.name in (select name from shared_table)
     and (has_any_column_privilege(current_user, r.oid, 'insert')
          or (r.name <> 'tenancy.tenant' and has_any_column_privilege(current_user, r.oid, 'update')))
  union all
  select 'tenancy.tenant.' || a.attname, 'may be changed by the application'
    from pg_attribute a
   where a.attrelid = 'tenancy.tenant'::regclass and a.attnum > 0 and a.attname <> 'state' and not a.attisdropped
     and has_column_privilege(current_user, a.attrelid, a.attnum, 'update')
  union all
  select r.name, 'may be emptied, deleted from, referred to or triggered by the application'
    from relation r
   where r.relkind in ('r', 'p')
     and (has_table_privilege(current_user, r.oid, 'truncate') or has_table_privilege(current_user, r.oid, 'delete')
          or has_table_privilege(current_user, r.oid, 'references') or has_table_privilege(current_user, r.oid, 'trigger'))
  union all
  select r.name, 'belongs to the application''s own role' from relation r where pg_has_role(current_user, r.relowner, 'member')
  union all
  select o.nspname || '.' || p.proname, 'is a function that nobody declared'
    from pg_proc p join ours o on o.oid = p.pronamespace
   where o.nspname || '.' || p.proname not in (select name from declared_function)
  union all
  select o.nspname || '.' || p.proname, 'is a function that could hide who asks, or could not be inlined'
    from pg_proc p join ours o on o.oid = p.pronamespace
   where (p.prosecdef or p.proleakproof or p.proconfig is not null or p.provolatile <> 's')
     and o.nspname || '.' || p.proname not in (select name from trimming_function)
  union all
  select o.nspname || '.' || p.proname, 'is a trimming function that could do more than trim'
    from pg_proc p join ours o on o.oid = p.pronamespace join pg_roles r on r.oid = p.proowner
   where o.nspname || '.' || p.proname in (select name from trimming_function)
     and (r.rolsuper or r.rolbypassrls or p.proleakproof or p.pronargs <> 1 or p.prorettype <> 'bigint'::regtype
          or p.proconfig is distinct from '{"search_path=pg_catalog, pg_temp"}')
  union all
  select o.nspname || '.' || p.proname, 'does not read the tenant from the transaction and from nowhere else'
    from pg_proc p join ours o on o.oid = p.pronamespace
   where o.nspname || '.' || p.proname = 'tenancy.current_tenant'
     and btrim(p.prosrc) <> 'select nullif(current_setting(''app.tenant_id'', true), '''')::uuid'
  union all
  select t.name, 'lets the application write its tenant_id'
    from tenant_table t
   where has_column_privilege(current_user, t.oid, t.tenant_column, 'insert')
      or has_column_privilege(current_user, t.oid, t.tenant_column, 'update')
  union all
  select r.rolname::text, 'is a role whose rights the application has beside its own'
    from pg_roles r where pg_has_role(current_user, r.oid, 'member') and r.rolname <> current_user
  union all
  select r.rolname::text, 'may bypass row level security, or make roles, databases or copies'
    from pg_roles r
   where pg_has_role(current_user, r.oid, 'member')
     and (r.rolsuper or r.rolbypassrls or r.rolcreaterole or r.rolcreatedb or r.rolreplication)
  union all
  select o.nspname::text, 'lets the application create objects'
    from ours o where has_schema_privilege(current_user, o.oid, 'create')
  union all
  select d.datname::text, 'lets the application create temporary objects'
    from pg_database d where d.datname = current_database() and has_database_privilege(current_user, d.oid, 'temporary')
  union all
  select e.extname::text, 'reaches outside of the database' from pg_extension e where e.extname in ('dblink', 'postgres_fdw', 'file_fdw')
)
select about || ' ' || what as problem from problem order by 1
