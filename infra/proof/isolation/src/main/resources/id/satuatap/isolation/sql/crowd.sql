-- Fifty more tenants with two hundred rows in each table, copies of B's under other keys: enough that reading all of them would be the planner's mistake, or ours. Goes with the ground.
insert into tenancy.tenant select (jsonb_populate_record(t, jsonb_build_object('id', gen_random_uuid(), 'slug', 'probecrowd' || n))).*
  from tenancy.tenant t, generate_series(1, 50) n where slug = 'probeb';
do $$
declare
  b uuid := (select id from tenancy.tenant where slug = 'probeb');
  held regclass;
  cols text;
  keys text;
begin
  set local session_replication_role = replica; -- what the rows refer to is not there
  for held in select c.oid from pg_class c join pg_attribute a on a.attrelid = c.oid
               where c.relkind in ('r', 'p') and not c.relispartition and a.attname = 'tenant_id' and not a.attisdropped
                 and c.oid::regclass::text not in ('tenancy.tenant_parent', 'tenancy.tenant_host')
                 and c.relnamespace::regnamespace::text !~ '^(pg_|information_schema)'
  loop
    select string_agg(quote_ident(attname), ', ' order by attnum) filter (where attgenerated = ''),
           -- what is in a unique key and in no check is another in each row
           string_agg(format(case when atttypid = 'uuid'::regtype then '%L, md5(%1$L || t.id || crowd_no)::uuid'
                                  when atttypid in ('text'::regtype, 'varchar'::regtype) then '%L, %1$L || crowd_no'
                                  else '%L, crowd_no' end, attname), ', ')
             filter (where attname <> 'tenant_id'
                       and atttypid in ('uuid'::regtype, 'text'::regtype, 'varchar'::regtype, 'int4'::regtype, 'int8'::regtype)
                       and exists (select from pg_index i where i.indrelid = held and i.indisunique and attnum = any (i.indkey))
                       and (atttypid = 'uuid'::regtype and attnotnull
                            or not exists (select from pg_constraint k where k.conrelid = held and k.contype = 'c' and attnum = any (k.conkey))))
      into cols, keys
      from pg_attribute where attrelid = held and attnum > 0 and not attisdropped;
    execute format('insert into %1$s (%2$s) select %2$s from (select (jsonb_populate_record(null::%1$s, to_jsonb(x) || jsonb_build_object(''tenant_id'', t.id%3$s))).* '
                   || 'from (select * from %1$s where tenant_id = %4$L order by 1, 2 limit 1) x, tenancy.tenant t, generate_series(1, 200) crowd_no '
                   || 'where t.slug like ''probecrowd%%'') made on conflict do nothing',
                   held, cols, coalesce(', ' || keys, ''), b);
  end loop;
end $$;
analyze
