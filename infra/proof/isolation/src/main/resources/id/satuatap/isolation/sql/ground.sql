-- One tenant that only the probes know: a copy of what lebong (or whoever has something there) holds in every tenant table, under ids of its own. Never active: no part of the product looks at it.
insert into tenancy.tenant select (jsonb_populate_record(t, jsonb_build_object(
         'id', '{id}', 'slug', '{slug}', 'name', 'Wilayah uji', 'state', 'DRAFT'))).*
  from tenancy.tenant t where slug = 'lebong';
do $$
declare
  source uuid := (select id from tenancy.tenant where slug = 'lebong');
  held regclass;
  cols text;
  ids text;
  keys text;
begin
  set local session_replication_role = replica; -- in whatever order, and what a copy refers to may not be copied
  for held in select c.oid from pg_class c join pg_attribute a on a.attrelid = c.oid
               where c.relkind in ('r', 'p') and not c.relispartition and a.attname = 'tenant_id' and not a.attisdropped
                 and c.oid::regclass::text not in ('tenancy.tenant_parent', 'tenancy.tenant_host')
                 and c.relnamespace::regnamespace::text !~ '^(pg_|information_schema)'
  loop
    select string_agg(quote_ident(attname), ', ' order by attnum) filter (where attgenerated = ''),
           string_agg(format('%L, md5(''{slug}'' || %I)::uuid', attname, attname), ', ')
             filter (where atttypid = 'uuid'::regtype and attname <> 'tenant_id'),
           -- what is in a unique key, and in no closed set and no reference, is another in each of the two
           string_agg(format(case when atttypid in ('int8'::regtype, 'date'::regtype) then '%1$L, %1$I + ascii(right(''{slug}'', 1)) * 1000'
                                  else '%1$L, %1$I || ''{slug}''' end, attname), ', ')
             filter (where atttypid in ('text'::regtype, 'varchar'::regtype, 'int8'::regtype, 'date'::regtype)
                       and exists (select from pg_index i where i.indrelid = held and i.indisunique and attnum = any (i.indkey))
                       and not exists (select from pg_constraint k where k.conrelid = held and attnum = any (k.conkey)
                                         and (k.contype = 'f' or k.contype = 'c' and pg_get_constraintdef(k.oid) ~ 'ANY')))
      into cols, ids, keys
      from pg_attribute where attrelid = held and attnum > 0 and not attisdropped;
    execute format('insert into %1$s (%2$s) select %2$s from (select (jsonb_populate_record(null::%1$s, to_jsonb(x) || jsonb_strip_nulls(jsonb_build_object(%3$s)) || jsonb_strip_nulls(jsonb_build_object(%6$s)) '
                   || '|| jsonb_build_object(''tenant_id'', %4$L))).* from (select * from %1$s where tenant_id = '
                   || '(select tenant_id from %1$s order by tenant_id = %5$L desc, tenant_id limit 1) order by 1, 2 limit 1000) x) copied',
                   held, cols, coalesce(ids, ''), '{id}', source, coalesce(keys, ''));
  end loop;
  -- a counter that begins with 1 in each tenant is another in each of the two
  update calendar.week set version = version + ascii(right('{slug}', 1)) * 1000 where tenant_id = '{id}';
  update calendar.hours set version = version + ascii(right('{slug}', 1)) * 1000 where tenant_id = '{id}';
end $$
