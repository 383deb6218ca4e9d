-- Invented regions under an invented province, with the facts of its control room: 514 regencies, 7 years, 47 indicators each.
insert into tenancy.region (code, name, kind, parent_code, latitude, longitude)
values ('09', 'Provinsi Uji', 'PROVINCE', null, -6.9, 110.4) on conflict do nothing;
insert into tenancy.region (code, name, kind, parent_code, latitude, longitude)
select lpad((n / 100)::text, 2, '0') || '.' || lpad((n % 100)::text, 2, '0'), 'Kabupaten Uji ' || n, 'REGENCY', '09', -6.9 + n / 1000.0, 110.4
  from generate_series(0, 513) n on conflict do nothing;
insert into spbe.source (key, title) values ('uji', 'DATA SIMULASI untuk pengukuran') on conflict do nothing;
insert into spbe.official_result (id, region_code, province, body, kind, year, instrument, index, predicate, domains, aspects, indicators,
                                  complete, source)
select 1000000 + n * 7 + y, lpad((n / 100)::text, 2, '0') || '.' || lpad((n % 100)::text, 2, '0'), '09', 'Kabupaten Uji ' || n, 'regency', 2018 + y,
       'permenpanrb-59-2020', 1 + (n * 7 + y * 31) % 400 / 100.0, 'Baik',
       jsonb_build_object('D1', 2.1, 'D2', 2.55, 'D3', 3.0, 'D4', 3.45),
       jsonb_build_object('A1', 2.1, 'A2', 2.5, 'A3', 2.6, 'A4', 2.5, 'A5', 3.0, 'A6', 3.0, 'A7', 3.4, 'A8', 3.5),
       (select jsonb_object_agg(i, 1 + (n + y + i) % 5) from generate_series(1, 47) i), true, 'uji'
  from generate_series(0, 513) n, generate_series(0, 6) y on conflict do nothing;
insert into tenancy.tenant (id, kind, region_code, slug, name, state, simulated, accent, zone)
values ('be9c0000-0000-7000-8000-000000009999', 'PROVINCE', '09', 'ujiprovinsi', 'Provinsi Uji', 'ACTIVE', true, '#1f6f5c', 'Asia/Jakarta')
on conflict do nothing;
insert into access.person (tenant_id, id, issuer, subject, name, email, machine)
values ('be9c0000-0000-7000-8000-000000009999', 'be9c0001-0000-7000-8000-000000009999', '${issuer}', 'uji', 'uji', 'uji@contoh.example', true)
on conflict do nothing;
insert into access.membership (tenant_id, id, person_id, role, valid_from)
values ('be9c0000-0000-7000-8000-000000009999', 'be9c0000-0000-7000-8000-000000009999', 'be9c0001-0000-7000-8000-000000009999',
        'province-overseer', current_date - 1) on conflict do nothing;
