-- One tenant that only the probes know, with a row in every tenant table and a canary in every text. Never active: no part of the product looks at it.
insert into tenancy.tenant (id, kind, region_code, slug, name, state, simulated, accent, zone)
values ('{tenant}', 'REGENCY', (select min(code) from tenancy.region where kind = 'REGENCY'), '{slug}', 'Wilayah uji', 'DRAFT', true, '#123456', 'Asia/Jakarta');
insert into tenancy.idempotency (caller, key, fingerprint, answer)
values ('CNRY-{slug}-idempotency-1', 'key', 'CNRY-{slug}-idempotency-2', '{"canary": "CNRY-{slug}-idempotency-3"}');
insert into access.membership (id, issuer, subject, name, email, role)
values ('{membership}', 'CNRY-{slug}-membership-1', 'CNRY-{slug}-membership-2', 'CNRY-{slug}-membership-3', 'CNRY-{slug}-membership-4', 'data-entry'),
       ('{other-membership}', 'CNRY-{slug}-membership-1', 'CNRY-{slug}-membership-2', 'CNRY-{slug}-membership-5', null, 'office-head');
insert into access.invitation (id, code, email, role, expires_at)
values ('{invitation}', 'CNRY-{slug}-invitation-1', 'CNRY-{slug}-invitation-2', 'data-entry', now());
insert into outbox.event (id, type, subject, data, actor, actor_name, relayed_at, next_attempt_at)
values ('{event}', 'probe', '{assessment}', '{"canary": "CNRY-{slug}-event-1"}', 'CNRY-{slug}-event-2', 'CNRY-{slug}-event-3', now(), now()),
       ('{waiting-event}', 'probe', '{assessment}', '{"canary": "CNRY-{slug}-event-4"}', 'CNRY-{slug}-event-5', null, null, now());
insert into audit.entry (position, event_id, kind, action, actor, data, occurred_at, previous_hash, hash)
values (1, '{event}', 'CHANGE', 'CNRY-{slug}-entry-1', 'CNRY-{slug}-entry-2', '{"canary": "CNRY-{slug}-entry-3"}', now(), '', 'CNRY-{slug}-entry-4');
insert into document.document (id, name, media_type, size, sha256, sent_sha256, feature, audience, added_by)
values ('{document}', 'CNRY-{slug}-document-1.pdf', 'application/pdf', 1, 'CNRY-{slug}-document-2', 'CNRY-{slug}-document-4', 'spbe', 'assessment:read', 'CNRY-{slug}-document-3');
insert into opd.office (id, code, name, kind, source, certainty)
values ('{office}', 'CNRY-{slug}-office-1', 'CNRY-{slug}-office-2', 'DINAS', 'CNRY-{slug}-office-3', 'A');
insert into opd.office_count (year, count, source) values (2026, 1, 'CNRY-{slug}-office_count-1');
insert into spbe.assessment (id, year, instrument, simulated, created_by)
values ('{assessment}', {year}, 'CNRY-{slug}-assessment-1', true, 'CNRY-{slug}-assessment-2');
insert into spbe.answer (assessment_id, indicator, level, fact, analysis, version, updated_by)
values ('{assessment}', 1, 3, 'CNRY-{slug}-answer-1', 'CNRY-{slug}-answer-2', 1, 'CNRY-{slug}-answer-3');
insert into spbe.answer_version (assessment_id, indicator, version, level, fact, analysis, saved_by)
values ('{assessment}', 1, 1, 3, 'CNRY-{slug}-answer_version-1', 'CNRY-{slug}-answer_version-2', 'CNRY-{slug}-answer_version-3');
insert into spbe.evidence (id, assessment_id, indicator, document_id, removed_by)
values ('{evidence}', '{assessment}', 1, '{document}', 'CNRY-{slug}-evidence-1');
insert into spbe.sharing (id, assessment_id, province_id, snapshot, shared_by, shared_at)
values ('{sharing}', '{assessment}', '{tenant}', '{"canary": "CNRY-{slug}-sharing-1"}', 'CNRY-{slug}-sharing-2', now());
insert into spbe.shared_assessment (from_tenant, assessment_id, snapshot, shared_at)
values ('{tenant}', '{assessment}', '{"canary": "CNRY-{slug}-shared_assessment-1"}', now());
