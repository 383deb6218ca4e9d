package id.satuatap.core.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.satuatap.core.setup.TestPlatform;
import id.satuatap.testkit.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ClassPathResource;

class CatalogueGateIT {

    private static TestDatabase database;

    @BeforeAll
    static void prepare() throws SQLException {
        database = TestDatabase.fresh("gate");
        TestPlatform.prepare(database);
    }

    @AfterAll
    static void drop() {
        database.drop();
    }

    @Test
    void the_schema_as_migrated_keeps_tenants_apart() throws Exception {
        assertThat(problemsAfter()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "alter table spbe.answer no force row level security | without forced row level security",
                "alter table spbe.answer disable row level security | without forced row level security",
                "drop policy own_tenant on spbe.answer | does not have the one policy",
                "create policy more on spbe.answer using (true) | does not have the one policy",
                "alter policy own_tenant on spbe.answer using (true) | does not have the one policy",
                "alter policy own_tenant on spbe.answer with check (true) | does not have the one policy",
                "alter policy own_tenant on spbe.answer to {runtime} | does not have the one policy",
                "create table spbe.forgotten (id uuid primary key) | spbe.forgotten has no tenant_id",
                "create view spbe.leak as select * from spbe.answer | spbe.leak is a view",
                "create materialized view spbe.leak as select * from spbe.answer | spbe.leak is a view",
                "create sequence spbe.volume | spbe.volume is a view, sequence",
                "create unique index leak on document.document (sha256) | unique index that does not begin with tenant_id",
                "alter table spbe.answer alter tenant_id drop default | does not default to the current tenant",
                "grant delete on spbe.answer to {runtime} | may be emptied, deleted from",
                "alter function tenancy.trim_idempotency reset search_path | could do more than trim",
                "alter function access.erase_person reset search_path | could do more than erase",
                "alter function access.erase_person stable | could do more than erase",
                "alter function access.erase_person security invoker | could do more than erase",
                "grant execute on function access.erase_person to public | could do more than erase",
                "create function access.erase_person(text) returns bigint language sql volatile security definer set search_path = pg_catalog, pg_temp as 'select 0::bigint' | could do more than erase",
                "create function spbe.peek(int) returns bigint language sql stable security definer as 'select count(*) from spbe.answer' | spbe.peek is a function that nobody declared",
                "create function spbe.peek(int) returns bigint language sql stable security definer as 'select count(*) from spbe.answer' | could hide who asks",
                "alter table spbe.assessment add column day date default current_date | takes its day from the server's clock",
                "alter table spbe.assessment add column nik text | spbe.assessment.nik could tell who somebody is",
                "comment on column access.person.name is null | access.person.name could tell who somebody is",
                "comment on column access.person.email is 'personal: contact' | access.person.email could tell who somebody is",
                "alter role {owner} bypassrls | could do more than trim",
                "alter function outbox.trim_events(integer) rename to trim | outbox.trim is a function that nobody declared",
                "grant truncate on spbe.answer to {runtime} | may be emptied, deleted from",
                "grant insert on tenancy.region to {runtime} | tenancy.region is shared, yet may be written",
                "grant update (slug) on tenancy.tenant to {runtime} | tenancy.tenant.slug may be changed",
                "create function spbe.peek() returns bigint language sql stable as 'select count(*) from spbe.answer' | spbe.peek is a function that nobody declared",
                "alter function tenancy.current_tenant() security definer | could hide who asks",
                "alter function tenancy.current_tenant() volatile | could not be inlined",
                "alter role {runtime} bypassrls | may bypass row level security",
                "grant create on schema spbe to {runtime} | lets the application create objects",
                "grant {owner} to {runtime} | belongs to the application's own role",
                "grant pg_read_server_files to {runtime} | rights the application has beside its own",
                "grant insert (tenant_id) on outbox.event to {runtime} | outbox.event lets the application write its tenant_id",
                "grant update (tenant_id) on spbe.answer to {runtime} | spbe.answer lets the application write its tenant_id",
                "create or replace function tenancy.current_tenant() returns uuid language sql stable as 'select null::uuid' | does not read the tenant from the transaction",
            })
    void a_hole_is_found(String hole, String sentence) throws Exception {
        assertThat(problemsAfter(hole)).anyMatch(problem -> problem.contains(sentence));
    }

    @Test
    void a_key_between_tenant_tables_without_the_tenant_is_found() throws Exception {
        var found = problemsAfter(
                "alter table document.document add constraint once unique (id)",
                "alter table spbe.evidence add constraint leak foreign key (document_id) references document.document (id)");

        assertThat(found).anyMatch(problem -> problem.contains("without tenant_id: leak"));
    }

    @Test
    void a_right_to_temporary_objects_is_found() throws Exception {
        var found = problemsAfter("""
                do $$ begin execute format('grant temporary on database %I to public', current_database()); end $$
                """);

        assertThat(found).anyMatch(problem -> problem.contains("create temporary objects"));
    }

    @Test
    void the_application_refuses_to_start_on_a_hole() throws Exception {
        var broken = TestDatabase.fresh("broken");
        TestPlatform.prepare(broken);
        try (var owner = DriverManager.getConnection(broken.jdbcUrl(), broken.ownerUsername(), broken.ownerPassword());
                var statement = owner.createStatement()) {
            statement.execute("alter table spbe.answer no force row level security");
        }

        assertThatThrownBy(() -> TestPlatform.application(broken, "http://127.0.0.1:1", Map.of()))
                .hasStackTraceContaining("spbe.answer is without forced row level security");
        broken.drop();
    }

    /** What the gate says, as the runtime role, after the statements of a superuser; undone afterwards. */
    private static List<String> problemsAfter(String... holes) throws Exception {
        try (var superuser = DriverManager.getConnection(
                        database.jdbcUrl(), database.superuserUsername(), database.superuserPassword());
                var statement = superuser.createStatement()) {
            superuser.setAutoCommit(false);
            for (var hole : holes) {
                statement.execute(hole.replace("{runtime}", database.runtimeUsername())
                        .replace("{owner}", database.ownerUsername()));
            }
            statement.execute("set local role " + database.runtimeUsername());
            var found = new ArrayList<String>();
            try (var rows = statement.executeQuery(gate())) {
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
            superuser.rollback();
            return found;
        }
    }

    private static String gate() throws Exception {
        return new ClassPathResource("catalogue-gate.sql").getContentAsString(StandardCharsets.UTF_8);
    }
}
