-- The trail keeps the id of who did something, and no name: so a person can be forgotten and the chain still proves. The hashes of before
-- covered the name, so each tenant's chain is made anew, after it was checked. One entry at its end tells of that: how many entries there
-- were, the last hash of before, and the first position that did not fit then, if there was one.
create function pg_temp.java_length(value text) returns integer language sql immutable as
$$ select length(value) + length(regexp_replace(value, '[\u0001-\uffff]', '', 'g')) $$;
create function pg_temp.link(variadic parts text[]) returns text language sql immutable as
$$
  select encode(sha256(convert_to(string_agg(pg_temp.java_length(coalesce(part, 'null')) || ':' || coalesce(part, 'null'), '' order by no), 'UTF8')), 'hex')
    from unnest(parts) with ordinality as p (part, no)
$$;
create function pg_temp.milliseconds(moment timestamptz) returns text language sql immutable as
$$ select floor(extract(epoch from moment) * 1000)::bigint::text $$;

alter table audit.entry add column actor_id uuid;
do $migration$
declare
  tenant uuid;
  link record;
  before text;   -- the hash of the entry before, as it was
  after text;    -- and as it is now
  broken bigint; -- the first position that did not fit
  entries bigint;
  told jsonb;
begin
  for tenant in select id from tenancy.tenant loop
    perform set_config('app.tenant_id', tenant::text, true);
    update audit.entry e set actor_id = (select p.id from access.person p where p.subject = e.actor order by p.id limit 1);
    before := ''; after := ''; broken := null; entries := 0;
    for link in select * from audit.entry order by position loop
      entries := entries + 1;
      if broken is null and (link.position <> entries or link.previous_hash <> before or link.hash <> pg_temp.link(
           before, link.position::text, link.event_id::text, link.kind, link.action, link.actor, link.actor_name, link.subject,
           link.data::text, pg_temp.milliseconds(link.occurred_at))) then
        broken := link.position;
      end if;
      before := link.hash;
      update audit.entry
         set previous_hash = after,
             hash = pg_temp.link(after, link.position::text, link.event_id::text, link.kind, link.action, link.actor_id::text,
               link.subject, link.data::text, pg_temp.milliseconds(link.occurred_at))
       where position = link.position
      returning hash into after;
    end loop;
    if entries > 0 then
      told := jsonb_strip_nulls(jsonb_build_object('entries', entries, 'lastHash', before, 'brokenAt', broken));
      insert into audit.entry (position, event_id, kind, action, actor, subject, data, occurred_at, previous_hash, hash)
      select last.position + 1, made.id, 'CHANGE', 'audit.chained-anew', 'system', null, told, made.at, after,
             pg_temp.link(after, (last.position + 1)::text, made.id::text, 'CHANGE', 'audit.chained-anew', null, null, told::text,
               pg_temp.milliseconds(made.at))
        from (select max(position) as position from audit.entry) last,
             (select gen_random_uuid() as id, date_trunc('milliseconds', now()) as at) made;
    end if;
  end loop;
  perform set_config('app.tenant_id', '', true);
end
$migration$;
alter table audit.entry drop column actor, drop column actor_name;
alter table audit.entry rename column actor_id to actor;
grant insert (actor) on audit.entry to ${runtime};
create index entry_time on audit.entry (tenant_id, occurred_at);
create index entry_actor on audit.entry (tenant_id, actor);
