-- A kept answer is of use for two days; then it goes. The application may not delete: it may only ask for this. The owner obeys row level
-- security, so that only rows of the transaction's tenant can go.
create function tenancy.trim_idempotency(most integer) returns bigint language sql volatile security definer
  set search_path = pg_catalog, pg_temp as
$$
  with aged as (
    select caller, key from tenancy.idempotency where created_at < now() - interval '2 days' limit most for update skip locked
  ),
  gone as (
    delete from tenancy.idempotency kept using aged where kept.caller = aged.caller and kept.key = aged.key returning 1
  )
  select count(*) from gone
$$;
revoke execute on function tenancy.trim_idempotency from public;
grant execute on function tenancy.trim_idempotency to ${runtime};
