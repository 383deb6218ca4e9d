-- What is tried as whom in whose context, and who is allowed it: the first must not get through, the second must.
-- A line with a number says what; the next one how ("each" once for every tenant table, fk for every reference between them), forbidden, allowed.
-- {a} and {b} are the two tenants, {row} the row of B as JSON, {place} where it lies, {own} how many rows A has, {changeable} a column that core may update.

-- C01 another tenant's rows
-- each sees: runtime a, runtime b
select from {table} x where tenant_id = '{b}' or x::text like '%CNRY-probeb-%';

-- C25 rows without a tenant
-- each sees: runtime none, runtime b
select from {table} x where tenant_id = '{b}' or x::text like '%CNRY-probeb-%';

-- C42 a row by where it lies
-- each sees: runtime a, runtime b
select from {table} where ctid = '{place}';

-- C42 what lies beyond one's own: a count, a page, a sample
-- each sees: runtime a, superuser a
select from (select count(*) as n from {table}) c where n > {own};
select from {table} order by tenant_id offset {own} limit 1;
select from {table} tablesample system (100) where tenant_id <> '{a}';

-- C02 a change of another's row
-- each changes: runtime a, runtime b
update {table} set {changeable} = {changeable} where tenant_id = '{b}';

-- C37 a lock on another's row
-- each sees: runtime a, runtime b
select from {table} where tenant_id = '{b}' and '{changeable}' <> '' for update;

-- C37 a lock of one tenant that another waits for
-- each waits: runtime b, runtime a
update {table} set {changeable} = {changeable};

-- C37 a lock of one tenant that another waits for
-- waits: runtime b, runtime a
select pg_advisory_xact_lock(hashtextextended(tenancy.current_tenant()::text, 1));
insert into tenancy.idempotency (caller, key, fingerprint) values ('probe', 'probe', '');

-- C35 a queue in which one tenant's worker starves another's
-- each starves: runtime b, runtime a
select from {table} where '{changeable}' <> '' for update skip locked;

-- T12 a row for another, by naming it
-- each is allowed: runtime a, owner b
insert into {table} (tenant_id) values ('{b}');

-- T12 a row that names its own tenant
-- each is allowed: runtime a, owner a
insert into {table} (tenant_id) values ('{a}');

-- T12 a row put into another tenant
-- each is allowed: owner a, owner b
insert into {table} ({columns}) select {columns} from jsonb_populate_record(null::{table}, '{row}');

-- T13 a row moved to another tenant
-- each is allowed: owner a, owner b
update {table} set tenant_id = '{b}';

-- T13 a change of tenant_id, even to one's own
-- each is allowed: runtime a, owner a
update {table} set tenant_id = '{a}';

-- T03 the owner reads across tenants
-- each sees: owner a, owner b
select from {table} where tenant_id = '{b}';

-- T09 a unique value that another has
-- each is refused 23505: owner a, owner b
insert into {table} ({columns}) select {columns} from jsonb_populate_record(null::{table}, '{row}' || jsonb_build_object('tenant_id', tenancy.current_tenant()));

-- T29 ON CONFLICT with another's row
-- each skips: owner a, owner b
insert into {table} ({columns}) select {columns} from jsonb_populate_record(null::{table}, '{row}' || jsonb_build_object('tenant_id', tenancy.current_tenant())) on conflict do nothing;

-- T10 a foreign key to another's row
-- fk is not refused: owner a, owner b
update {table} set {reference} where tenant_id = tenancy.current_tenant() and ctid in ('{place}', '{place.a}');

-- T36 a foreign key to another's row, past every policy
-- fk is not refused: superuser a, superuser b
update {table} set {reference} where tenant_id = tenancy.current_tenant() and ctid in ('{place}', '{place.a}');

-- T25 emptying, deleting, referring to, owning, changing
-- each is allowed: runtime a, owner a
delete from {table};
truncate only {table};
alter table {table} no force row level security;
alter table {table} disable row level security;
drop policy own_tenant on {table};
create policy probe on {table} using (true);
alter table {table} alter tenant_id drop default;
lock table {table} in share mode;

-- C31 a trigger on it
-- each is allowed: runtime a, owner a
create trigger probe before update on {table} for each row execute function suppress_redundant_updates_trigger();

-- T22 statistics with values in them
-- each sees: runtime a, superuser a
select from pg_stats where schemaname || '.' || tablename = '{table}';

-- C31 writing what all tenants share
-- is allowed: runtime a, owner a
insert into tenancy.region default values;
delete from tenancy.region;
truncate only tenancy.region;
insert into tenancy.tenant_parent default values;
delete from tenancy.tenant_parent;
truncate only tenancy.tenant_parent;
insert into tenancy.tenant_host default values;
delete from tenancy.tenant_host;
truncate only tenancy.tenant_host;
insert into access.operator default values;
delete from access.operator;
truncate only access.operator;
insert into spbe.source default values;
delete from spbe.source;
truncate only spbe.source;
insert into spbe.official_result default values;
delete from spbe.official_result;
truncate only spbe.official_result;
update tenancy.tenant set name = name;

-- T15 a sequence that all share
-- sees: runtime a, superuser a
select from pg_class where case when relkind = 'S' then has_sequence_privilege(oid, 'usage, select, update') else current_user = 'postgres' end;

-- T34 a large object
-- sees: runtime a, superuser a
select from (select lo_create(0) where current_user = 'postgres' union select oid from pg_largeobject_metadata) large;

-- C30 a function that claims to leak nothing
-- sees: superuser a, superuser all
select from pg_proc p join pg_namespace n on n.oid = pronamespace where proleakproof and (nspname <> 'pg_catalog' or current_setting('app.tenant_id', true) = 'all');

-- C29 a name hijacked by a temporary object, or a function that claims to leak nothing (C30)
-- is allowed: runtime a, superuser a
create function pg_temp.probe(uuid) returns boolean language sql leakproof as 'select true';
create domain pg_temp.uuid as pg_catalog.uuid;
create temp table tenant_id as select '{b}'::pg_catalog.uuid as tenant_id;
create function pg_temp.current_setting(text, boolean) returns text language sql as $$ select '{b}' $$;
create function pg_temp.current_tenant() returns pg_catalog.uuid language sql as $$ select '{b}'::pg_catalog.uuid $$;

-- C25 an odd context
-- sees: runtime {each}, runtime b
-- abc | 0 | null | * | % | {a}' or true -- | {a},{b} | {b.short} | {large}
select from spbe.answer where tenant_id = '{b}';

-- C25 another setting of nearly the name
-- sees: runtime none, runtime b
select set_config('APP.TENANT_IDS', '{b}', true); select from spbe.answer where tenant_id = '{b}';

-- C26 the context of a deleted tenant
-- sees: runtime gone, runtime b
select from spbe.answer;

-- C26 the context of a deleted tenant, writing
-- is not refused: runtime gone, runtime b
insert into tenancy.idempotency (caller, key, fingerprint) values ('probe', 'probe', '');

-- C34 parallel workers, compiled expressions, joins by partition
-- sees: runtime a, runtime b
set local debug_parallel_query = on; {other};
set local parallel_setup_cost = 0; set local parallel_tuple_cost = 0; set local min_parallel_table_scan_size = 0; set local max_parallel_workers_per_gather = 4; {other};
set local jit = on; set local jit_above_cost = 0; set local jit_inline_above_cost = 0; set local jit_optimize_above_cost = 0; {other};
set local jit = off; {other};
set local enable_partitionwise_join = on; set local enable_partitionwise_aggregate = on; {other};
set local enable_indexscan = off; set local enable_bitmapscan = off; set local enable_hashjoin = off; {other};
set local enable_seqscan = off; set local enable_nestloop = off; {other};

-- C33 a plan kept from another tenant, executed eight times before
-- prepared: runtime a, runtime b
select fact from spbe.answer;
select fact from spbe.answer where (assessment_id, indicator) in (select assessment_id, indicator from spbe.answer_version);
with a as materialized (select fact from spbe.answer) select fact from a;
select a.fact from spbe.assessment s cross join lateral (select fact from spbe.answer where assessment_id = s.id) a;
select x.key || x.value from outbox.event e, jsonb_each_text(e.data) x;
select (select count(*) from spbe.answer)::text || (select max(fact) from spbe.answer);
update spbe.answer set fact = fact returning fact;

-- C38 a tenant put in by a value
-- sees: runtime a, runtime b
update spbe.answer set fact = $t$'; select set_config('app.tenant_id', '{b}', false); --$t$; select from spbe.answer where tenant_id = '{b}';
update spbe.answer set fact = $t$$$; set app.tenant_id = '{b}'; $$$t$; select from spbe.answer where tenant_id = '{b}';
update spbe.answer set fact = $t$\'; set app.tenant_id to '{b}'$t$; select from spbe.answer where tenant_id = '{b}';

-- C43 a query without end
-- endless: runtime a, runtime b
with recursive n as (select 1 union all select 1 from n) select count(*) from n;
select count(*) from generate_series(1, 100000) x, generate_series(1, 100000) y where x * y::numeric <> (select count(*) from spbe.answer);

-- C41 what reaches outside of one's rows
-- is allowed: runtime a, superuser a
create extension dblink;
create extension postgres_fdw;
create extension file_fdw;
create language plpython3u;
copy (select 1) to program 'true';
copy (select 1) to '/dev/null';
select pg_read_file('postgresql.conf');
select pg_ls_dir('.');
copy access.invitation (code) from '/dev/null';
select lo_import('/etc/hostname');
select pg_create_logical_replication_slot('probe', 'pgoutput');
create publication probe for all tables;
create subscription probe connection 'host=127.0.0.1' publication probe with (connect = false);
select pg_logical_emit_message(false, 'probe', 'probe') from pg_replication_origin_create('probe');
create schema probe;
create table public.probe (id int);
create table spbe.probe (id int);
create role probe;
alter role satuatap_app bypassrls;
set session authorization satuatap_owner;
set role satuatap_owner;
set local session_replication_role = replica;
alter table spbe.answer no force row level security;
drop policy own_tenant on spbe.answer;
select pg_cancel_backend(pid) from pg_stat_activity where usename = 'postgres';
select pg_switch_wal();

-- C41 settings of the server, row security switched off
-- sees: runtime a, superuser a
select from pg_settings where has_parameter_privilege(name, 'alter system');
set local row_security = off; select from spbe.answer where tenant_id <> '{a}';
