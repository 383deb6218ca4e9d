-- An event that was told thirty days ago goes; one that waits never does. The application may not delete: it may only ask for this.
create function outbox.trim_events(most integer) returns bigint language sql volatile security definer
  set search_path = pg_catalog, pg_temp as
$$
  with aged as (
    select id from outbox.event where relayed_at < now() - interval '30 days' limit most for update skip locked
  ),
  gone as (
    delete from outbox.event told using aged where told.id = aged.id returning 1
  )
  select count(*) from gone
$$;
revoke execute on function outbox.trim_events from public;
grant execute on function outbox.trim_events to ${runtime};
