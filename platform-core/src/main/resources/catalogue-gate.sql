-- Every way in which the schema would let one tenant see another, one row each; none is the only good answer.
-- Read by the runtime role at start, and by the tests. What is shared on purpose is declared here, and nowhere else.
with shared_table (name) as (
  values ('tenancy.region'), ('tenancy.tenant'), ('tenancy.tenant_parent'), ('tenancy.tenant_host'),
         ('access.operator'), ('spbe.source'), ('spbe.official_result'), ('setup.history')
),
-- Functions that run with their owner's rights. Each is of one kind, and no kind may do more than its shape allows: trimming removes what has
-- aged, erasing forgets a person, founding makes a tenant with all it needs, publishing writes to the shared library; those owners obey row
-- level security. Searching may pass it by, since no index is used under it, so it names the tenant itself, and only reads.
privileged_function (name, kind) as (
  values ('tenancy.trim_idempotency', 'trim'), ('outbox.trim_events', 'trim'), ('access.erase_person', 'erase')
),
privileged_shape (kind, arguments, result, volatility, bypasses) as (
  values ('trim', 'int4', 'int8', 'v', false), ('erase', 'uuid', 'int8', 'v', false), ('found', 'jsonb', 'uuid', 'v', false),
         ('publish', 'jsonb', 'uuid', 'v', false), ('search', 'uuid text int4', 'record', 's', true)
),
declared_function (name) as (
  values ('tenancy.current_tenant') union all select name from privileged_function
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
     and o.nspname || '.' || p.proname not in (select name from privileged_function)
  union all
  select o.nspname || '.' || p.proname, 'is a function to ' || f.kind || ' that could do more than ' || f.kind
    from privileged_function f
    join ours o on f.name like o.nspname || '.%'
    join pg_proc p on p.pronamespace = o.oid and o.nspname || '.' || p.proname = f.name
    join pg_roles r on r.oid = p.proowner
    join privileged_shape s on s.kind = f.kind
   where r.rolsuper or r.rolcanlogin and s.bypasses or r.rolbypassrls <> s.bypasses or not p.prosecdef or p.proleakproof
      or p.provolatile <> s.volatility or p.proretset <> (s.kind = 'search') or p.prorettype <> s.result::regtype
      or s.arguments <> (select coalesce(string_agg(t.typname, ' ' order by a.no), '')
                           from unnest(p.proargtypes) with ordinality as a (type, no) join pg_type t on t.oid = a.type)
      or p.proconfig is distinct from '{"search_path=pg_catalog, pg_temp"}'
      or has_function_privilege('public', p.oid, 'execute')
  union all
  select t.name || '.' || a.attname, 'takes its day from the server''s clock instead of the tenant''s'
    from tenant_table t join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
    join pg_attrdef d on d.adrelid = t.oid and d.adnum = a.attnum
   where pg_get_expr(d.adbin, d.adrelid) ~* 'current_date|current_time|localtime'
  union all
  select t.name || '.' || a.attname, 'could tell who somebody is, and does not say so, nor how long it is kept'
    from tenant_table t join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
   where a.attname ~ '(^|_)(name|short|email|mailbox|phone|nik|kk|nip|address|contact|subject|issuer|birthplace|birthday)$'
     and a.atttypid in ('text'::regtype, 'varchar'::regtype, 'bytea'::regtype, 'date'::regtype)
     and coalesce(col_description(a.attrelid, a.attnum), '') !~ '^(personal: [a-z]+; keep: .+|impersonal: .+)$'
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
