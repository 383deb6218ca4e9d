-- The record of tenant ${tenant} with ${rows} lines.
delete from audit.entry
 where tenant_id = ('be9c0000-0000-7000-8000-' || lpad('${tenant}', 12, '0'))::uuid and position > ${rows};
insert into audit.entry (tenant_id, position, event_id, kind, action, actor, subject, data, occurred_at, previous_hash, hash)
select ('be9c0000-0000-7000-8000-' || lpad('${tenant}', 12, '0'))::uuid, p, gen_random_uuid(), 'CHANGE', 'spbe.answer-saved',
       ('be9c0001-0000-7000-8000-' || lpad('${tenant}', 12, '0'))::uuid,
       'be9c0000-2024-7000-8000-' || lpad('${tenant}', 12, '0'),
       jsonb_build_object('subject', 'be9c0000-2024-7000-8000-' || lpad('${tenant}', 12, '0'), 'indicator', 1 + p % 47, 'level', 1 + p % 5,
                          'version', 1 + p / 47),
       timestamptz '2026-01-01 00:00:00.123+00' + p * interval '1 minute', md5(p::text), md5((p + 1)::text)
  from generate_series(1, ${rows}) p
on conflict do nothing;
