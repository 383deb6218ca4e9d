package id.satuatap.isolation.faults;

import java.util.List;

/**
 * A mistake in the schema.
 *
 * @param made by a superuser
 * @param undone so that all is as before
 */
record SqlFault(String name, String made, String undone) {

    private static final String OWN = "tenant_id = tenancy.current_tenant()";
    private static final String A_NOTE_OF_B = """
            insert into spbe.note (tenant_id, id, text)
            select id, gen_random_uuid(), 'CNRY-probeb-note-1' from tenancy.tenant where slug = 'probeb';
            """;

    static List<SqlFault> all() {
        return List.of(
                of(
                        "FORCE dropped",
                        "alter table spbe.answer no force row level security",
                        "alter table spbe.answer force row level security"),
                of(
                        "row level security switched off",
                        "alter table spbe.sharing disable row level security",
                        "alter table spbe.sharing enable row level security"),
                of("policy dropped", "drop policy own_tenant on document.document", policy("document.document", OWN)),
                policy("policy using (true)", "spbe.evidence", "true", OWN),
                policy("policy with check (true)", "spbe.assessment", OWN, "true"),
                policy("policy with an exception", "spbe.answer_version", OWN + " or stage = 'SELF'", OWN),
                policy(
                        "policy that takes no tenant for all",
                        "opd.office",
                        OWN + " or tenancy.current_tenant() is null",
                        OWN),
                of(
                        "second permissive policy",
                        "create policy more on access.membership for select using (true)",
                        "drop policy more on access.membership"),
                of(
                        "policy only for some roles",
                        "alter policy own_tenant on spbe.answer to satuatap_app",
                        "alter policy own_tenant on spbe.answer to public"),
                of(
                        "outbox open to the relay",
                        "create policy relay on outbox.event using (true)",
                        "drop policy relay on outbox.event"),
                of(
                        "record open to auditors",
                        "create policy audit on audit.entry for select using (true)",
                        "drop policy audit on audit.entry"),
                of(
                        "view that reads as its owner",
                        "create view spbe.all_answers as select * from spbe.answer; grant select on spbe.all_answers to satuatap_app",
                        "drop view spbe.all_answers"),
                of(
                        "materialised view",
                        "create materialized view spbe.totals as select fact, count(*) from spbe.answer group by 1; grant select on spbe.totals to satuatap_app",
                        "drop materialized view spbe.totals"),
                of(
                        "function that reads as its owner",
                        "create function spbe.latest() returns setof spbe.answer stable security definer language sql as 'select * from spbe.answer'",
                        "drop function spbe.latest()"),
                of(
                        "function called leakproof",
                        "create function spbe.same(text, text) returns boolean stable leakproof language sql as 'select $1 = $2'",
                        "drop function spbe.same(text, text)"),
                of(
                        "trigger function that writes anywhere",
                        "create function audit.copy() returns trigger security definer language plpgsql as 'begin return new; end'",
                        "drop function audit.copy()"),
                of("foreign key without the tenant", """
                        alter table document.document add constraint fault_id unique (id);
                        alter table spbe.evidence drop constraint evidence_tenant_id_document_id_fkey;
                        alter table spbe.evidence add constraint fault_document foreign key (document_id) references document.document (id)
                        """, """
                        alter table spbe.evidence drop constraint fault_document;
                        alter table spbe.evidence add constraint evidence_tenant_id_document_id_fkey
                          foreign key (tenant_id, document_id) references document.document (tenant_id, id);
                        alter table document.document drop constraint fault_id
                        """),
                of(
                        "unique index without the tenant",
                        "create unique index fault_code on access.invitation (code)",
                        "drop index access.fault_code"),
                of(
                        "conflict target without the tenant",
                        "create unique index fault_share on spbe.shared_assessment (from_tenant, assessment_id)",
                        "drop index spbe.fault_share"),
                of("table without a policy", """
                        create table spbe.note (tenant_id uuid not null, id uuid primary key, text text); grant select on spbe.note to satuatap_app;
                        """ + A_NOTE_OF_B, "drop table spbe.note"),
                of("partition without a policy", """
                        create table spbe.note (tenant_id uuid not null, id uuid, text text, primary key (tenant_id, id)) partition by hash (tenant_id);
                        create table spbe.note_1 partition of spbe.note for values with (modulus 1, remainder 0);
                        alter table spbe.note enable row level security; alter table spbe.note force row level security;
                        create policy own_tenant on spbe.note using (%1$s) with check (%1$s);
                        grant select on spbe.note, spbe.note_1 to satuatap_app;
                        """.formatted(OWN) + A_NOTE_OF_B, "drop table spbe.note"),
                of(
                        "tenant_id without its default",
                        "alter table outbox.event alter tenant_id drop default",
                        "alter table outbox.event alter tenant_id set default tenancy.current_tenant()"),
                tenant("current_tenant() a constant", "(select id from tenancy.tenant where slug = 'probeb')"),
                tenant(
                        "current_tenant() with a fallback",
                        "coalesce(nullif(current_setting('app.tenant_id', true), '')::uuid, (select id from tenancy.tenant where slug = 'probeb'))"),
                granted("TRUNCATE granted", "truncate on audit.entry"),
                granted("DELETE granted", "delete on spbe.answer"),
                granted("TRIGGER granted", "trigger on outbox.event"),
                granted("tenant_id may be written", "insert (tenant_id) on outbox.event"),
                granted("tenant_id may be changed", "update (tenant_id) on spbe.answer"),
                granted("shared tables may be written", "insert, update on tenancy.tenant_host"),
                granted("objects may be made in public", "create on schema public"),
                granted("temporary objects may be made", "temporary on database satuatap"),
                of(
                        "sequence shared by all",
                        "create sequence spbe.number; grant usage on sequence spbe.number to satuatap_app",
                        "drop sequence spbe.number"),
                of(
                        "core's role may bypass",
                        "alter role satuatap_app bypassrls",
                        "alter role satuatap_app nobypassrls"),
                of(
                        "core's role is a member of the owner",
                        "grant satuatap_owner to satuatap_app",
                        "revoke satuatap_owner from satuatap_app"),
                of(
                        "core's role reads files of the server",
                        "grant pg_read_server_files to satuatap_app",
                        "revoke pg_read_server_files from satuatap_app"),
                of("large object", "select lo_create(4242)", "select lo_unlink(4242)"));
    }

    private static SqlFault of(String name, String made, String undone) {
        return new SqlFault(name, made, undone);
    }

    private static SqlFault policy(String name, String table, String using, String check) {
        return of(
                name,
                "alter policy own_tenant on %s using (%s) with check (%s)".formatted(table, using, check),
                "alter policy own_tenant on %s using (%2$s) with check (%2$s)".formatted(table, OWN));
    }

    private static String policy(String table, String condition) {
        return "create policy own_tenant on %s using (%2$s) with check (%2$s)".formatted(table, condition);
    }

    private static SqlFault tenant(String name, String expression) {
        var function =
                "create or replace function tenancy.current_tenant() returns uuid language sql stable parallel safe as $$ select %s $$";
        return of(
                name,
                function.formatted(expression),
                function.formatted("nullif(current_setting('app.tenant_id', true), '')::uuid"));
    }

    private static SqlFault granted(String name, String right) {
        return of(name, "grant %s to satuatap_app".formatted(right), "revoke %s from satuatap_app".formatted(right));
    }
}
