\set n random(:first, :last)
\set most 9223372036854775807
begin read only;
select set_config('app.tenant_id', 'be9c0000-0000-7000-8000-' || lpad(:n::text, 12, '0'), true);
select position, occurred_at, kind, action, actor, actor_name, subject, data from audit.entry
 where position < :most and (null::text is null or kind = null::text)
 order by position desc
 limit 21;
commit;
