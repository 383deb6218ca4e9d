-- Tenants ${first} to ${last}: each with a member that may read and answer, ${rows} entries in its record, and seven assessments of 47 answers,
-- each with its first version. (Planned for an empty table, a reading of versions would go through all of them.)
insert into tenancy.tenant (id, kind, region_code, slug, name, state, simulated, accent, zone)
select ('be9c0000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, 'REGENCY',
       lpad((n / 100)::text, 2, '0') || '.' || lpad((n % 100)::text, 2, '0'), 'uji' || lpad(n::text, 3, '0'), 'Kabupaten Uji ' || n, 'ACTIVE', true,
       '#1f6f5c', 'Asia/Jakarta'
  from generate_series(${first}, ${last}) n;
insert into access.person (tenant_id, id, issuer, subject, name, email, machine)
select ('be9c0000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, ('be9c0001-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid,
       '${issuer}', 'uji', 'uji', 'uji@contoh.example', true
  from generate_series(${first}, ${last}) n;
insert into access.membership (tenant_id, id, person_id, role, valid_from)
select ('be9c0000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, gen_random_uuid(),
       ('be9c0001-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, role, current_date - 1
  from generate_series(${first}, ${last}) n, unnest(array['tenant-admin', 'data-entry']) role;
insert into audit.entry (tenant_id, position, event_id, kind, action, actor, subject, data, occurred_at, previous_hash, hash)
select ('be9c0000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, p, gen_random_uuid(), 'CHANGE', 'spbe.answer-saved', ('be9c0001-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid,
       'be9c0000-2024-7000-8000-' || lpad(n::text, 12, '0'),
       jsonb_build_object('subject', 'be9c0000-2024-7000-8000-' || lpad(n::text, 12, '0'), 'indicator', 1 + p % 47, 'level', 1 + p % 5,
                          'version', 1 + p / 47),
       timestamptz '2026-01-01 00:00:00.123+00' + p * interval '1 minute', md5(p::text), md5((p + 1)::text)
  from generate_series(${first}, ${last}) n, generate_series(1, ${rows}) p;
insert into spbe.assessment (tenant_id, id, year, instrument, simulated, created_by, created_at)
select ('be9c0000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid,
       ('be9c0000-' || y || '-7000-8000-' || lpad(n::text, 12, '0'))::uuid, y, 'permenpanrb-59-2020', true,
       ('be9c0001-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, '2026-01-01'
  from generate_series(${first}, ${last}) n, generate_series(2018, 2024) y;
insert into spbe.answer (tenant_id, assessment_id, indicator, level, fact, analysis, version, updated_by, updated_at)
select ('be9c0000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid,
       ('be9c0000-' || y || '-7000-8000-' || lpad(n::text, 12, '0'))::uuid, i, 1 + (n + y + i) % 5,
       'Perbup 12/2025 pasal ' || i || ', halaman 4', 'Berlaku bagi seluruh perangkat daerah.', 1,
       ('be9c0001-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, '2026-01-01'
  from generate_series(${first}, ${last}) n, generate_series(2018, 2024) y, generate_series(1, 47) i;
insert into spbe.answer_version (tenant_id, assessment_id, indicator, version, level, fact, analysis, saved_by, saved_at)
select tenant_id, assessment_id, indicator, version, level, fact, analysis, updated_by, updated_at
  from spbe.answer
 where tenant_id between ('be9c0000-0000-7000-8000-' || lpad('${first}', 12, '0'))::uuid and ('be9c0000-0000-7000-8000-' || lpad('${last}', 12, '0'))::uuid;
