-- Entries of the audit trail that do not follow the one before.
select count(*) from (
  select position, previous_hash, lag(hash, 1, '') over chain as before, row_number() over chain as number
    from audit.entry window chain as (partition by tenant_id order by position)) link
 where position <> number or previous_hash <> before
