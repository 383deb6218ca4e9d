-- Mistakes in the schema, one at a time: a name, which trials must see it, what a superuser does, and what makes all as before.

-- FORCE dropped
-- seen by: C27, T03, T12, T13
alter table spbe.answer no force row level security;
-- undone
alter table spbe.answer force row level security;

-- row level security switched off
-- seen by: C27, T14, C01, C25
alter table spbe.sharing disable row level security;
-- undone
alter table spbe.sharing enable row level security;

-- policy dropped
-- seen by: C27, C01, C25, C42
drop policy own_tenant on document.document;
-- undone
create policy own_tenant on document.document using (tenant_id = tenancy.current_tenant()) with check (tenant_id = tenancy.current_tenant());

-- policy using (true)
-- seen by: C27, C01, C25
alter policy own_tenant on spbe.evidence using (true) with check (tenant_id = tenancy.current_tenant());
-- undone
alter policy own_tenant on spbe.evidence using (tenant_id = tenancy.current_tenant()) with check (tenant_id = tenancy.current_tenant());

-- policy with check (true)
-- seen by: C27, T12
alter policy own_tenant on spbe.assessment using (tenant_id = tenancy.current_tenant()) with check (true);
-- undone
alter policy own_tenant on spbe.assessment using (tenant_id = tenancy.current_tenant()) with check (tenant_id = tenancy.current_tenant());

-- policy with an exception
-- seen by: C27, T14, C01, C25
alter policy own_tenant on spbe.answer_version using (tenant_id = tenancy.current_tenant() or stage = 'SELF') with check (tenant_id = tenancy.current_tenant());
-- undone
alter policy own_tenant on spbe.answer_version using (tenant_id = tenancy.current_tenant()) with check (tenant_id = tenancy.current_tenant());

-- policy that takes no tenant for all
-- seen by: C27, C25
alter policy own_tenant on office.office using (tenant_id = tenancy.current_tenant() or tenancy.current_tenant() is null) with check (tenant_id = tenancy.current_tenant());
-- undone
alter policy own_tenant on office.office using (tenant_id = tenancy.current_tenant()) with check (tenant_id = tenancy.current_tenant());

-- second permissive policy
-- seen by: C27, C01, C25
create policy more on access.membership for select using (true);
-- undone
drop policy more on access.membership;

-- policy only for some roles
-- seen by: C27, T12, T03, T13
alter policy own_tenant on spbe.answer to satuatap_app;
-- undone
alter policy own_tenant on spbe.answer to public;

-- outbox open to the relay
-- seen by: C27, T14, C01
create policy relay on outbox.event using (true);
-- undone
drop policy relay on outbox.event;

-- record open to auditors
-- seen by: C27, T14, C01, C25
create policy audit on audit.entry for select using (true);
-- undone
drop policy audit on audit.entry;

-- view that reads as its owner
-- seen by: C27, T05, T14
create view spbe.all_answers as select * from spbe.answer; grant select on spbe.all_answers to satuatap_app;
-- undone
drop view spbe.all_answers;

-- materialised view
-- seen by: C27, T07, T14
create materialized view spbe.totals as select fact, count(*) from spbe.answer group by 1; grant select on spbe.totals to satuatap_app;
-- undone
drop materialized view spbe.totals;

-- function that reads as its owner
-- seen by: C27, T08
create function spbe.latest() returns setof spbe.answer stable security definer language sql as 'select * from spbe.answer';
-- undone
drop function spbe.latest();

-- function called leakproof
-- seen by: C27, C30
create function spbe.same(text, text) returns boolean stable leakproof language sql as 'select $1 = $2';
-- undone
drop function spbe.same(text, text);

-- trigger function that writes anywhere
-- seen by: C27
create function audit.copy() returns trigger security definer language plpgsql as 'begin return new; end';
-- undone
drop function audit.copy();

-- foreign key without the tenant
-- seen by: C27, T10, T36
alter table document.document add constraint fault_id unique (id);
alter table spbe.evidence drop constraint evidence_tenant_id_document_id_fkey;
alter table spbe.evidence add constraint fault_document foreign key (document_id) references document.document (id);
-- undone
alter table spbe.evidence drop constraint fault_document;
alter table spbe.evidence add constraint evidence_tenant_id_document_id_fkey
foreign key (tenant_id, document_id) references document.document (tenant_id, id);
alter table document.document drop constraint fault_id;

-- unique index without the tenant
-- seen by: C27, T09, T29
create unique index fault_code on access.invitation (code);
-- undone
drop index access.fault_code;

-- conflict target without the tenant
-- seen by: C27, T09, T29
create unique index fault_share on spbe.shared_assessment (from_tenant, assessment_id);
-- undone
drop index spbe.fault_share;

-- table without a policy
-- seen by: C27, T14
create table spbe.note (tenant_id uuid not null, id uuid primary key, text text); grant select on spbe.note to satuatap_app;
insert into spbe.note (tenant_id, id, text)
select id, gen_random_uuid(), 'CNRY-probeb-note-1' from tenancy.tenant where slug = 'probeb';
-- undone
drop table spbe.note;

-- partition without a policy
-- seen by: C27, T14
create table spbe.note (tenant_id uuid not null, id uuid, text text, primary key (tenant_id, id)) partition by hash (tenant_id);
create table spbe.note_1 partition of spbe.note for values with (modulus 1, remainder 0);
alter table spbe.note enable row level security; alter table spbe.note force row level security;
create policy own_tenant on spbe.note using (tenant_id = tenancy.current_tenant()) with check (tenant_id = tenancy.current_tenant());
grant select on spbe.note, spbe.note_1 to satuatap_app;
insert into spbe.note (tenant_id, id, text)
select id, gen_random_uuid(), 'CNRY-probeb-note-1' from tenancy.tenant where slug = 'probeb';
-- undone
drop table spbe.note;

-- tenant_id without its default
-- seen by: C27, C26
alter table tenancy.idempotency alter tenant_id drop default;
-- undone
alter table tenancy.idempotency alter tenant_id set default tenancy.current_tenant();

-- current_tenant() a constant
-- seen by: C27, T14, T08
create or replace function tenancy.current_tenant() returns uuid language sql stable parallel safe as $$ select (select id from tenancy.tenant where slug = 'probeb') $$;
-- undone
create or replace function tenancy.current_tenant() returns uuid language sql stable parallel safe as $$ select nullif(current_setting('app.tenant_id', true), '')::uuid $$;

-- current_tenant() with a fallback
-- seen by: C27, T18, C25
create or replace function tenancy.current_tenant() returns uuid language sql stable parallel safe as $$ select coalesce(nullif(current_setting('app.tenant_id', true), '')::uuid, (select id from tenancy.tenant where slug = 'probeb')) $$;
-- undone
create or replace function tenancy.current_tenant() returns uuid language sql stable parallel safe as $$ select nullif(current_setting('app.tenant_id', true), '')::uuid $$;

-- TRUNCATE granted
-- seen by: C27, T25
grant truncate on audit.entry to satuatap_app;
-- undone
revoke truncate on audit.entry from satuatap_app;

-- DELETE granted
-- seen by: C27, T25
grant delete on spbe.answer to satuatap_app;
-- undone
revoke delete on spbe.answer from satuatap_app;

-- TRIGGER granted
-- seen by: C27, C31
grant trigger on outbox.event to satuatap_app;
-- undone
revoke trigger on outbox.event from satuatap_app;

-- tenant_id may be written
-- seen by: C27, T12
grant insert (tenant_id) on outbox.event to satuatap_app;
-- undone
revoke insert (tenant_id) on outbox.event from satuatap_app;

-- tenant_id may be changed
-- seen by: C27, T13
grant update (tenant_id) on spbe.answer to satuatap_app;
-- undone
revoke update (tenant_id) on spbe.answer from satuatap_app;

-- shared tables may be written
-- seen by: C27, C31
grant insert, update on tenancy.tenant_host to satuatap_app;
-- undone
revoke insert, update on tenancy.tenant_host from satuatap_app;

-- objects may be made in public
-- seen by: C27, C41
grant create on schema public to satuatap_app;
-- undone
revoke create on schema public from satuatap_app;

-- temporary objects may be made
-- seen by: C27, C29
grant temporary on database satuatap to satuatap_app;
-- undone
revoke temporary on database satuatap from satuatap_app;

-- sequence shared by all
-- seen by: C27, T15
create sequence spbe.number; grant usage on sequence spbe.number to satuatap_app;
-- undone
drop sequence spbe.number;

-- core's role may bypass
-- seen by: C27, T14, T18
alter role satuatap_app bypassrls;
-- undone
alter role satuatap_app nobypassrls;

-- core's role is a member of the owner
-- seen by: C27, T12, T25
grant satuatap_owner to satuatap_app;
-- undone
revoke satuatap_owner from satuatap_app;

-- core's role reads files of the server
-- seen by: C27, C41
grant pg_read_server_files to satuatap_app;
-- undone
revoke pg_read_server_files from satuatap_app;

-- large object
-- seen by: T34
select lo_create(4242);
-- undone
select lo_unlink(4242);
