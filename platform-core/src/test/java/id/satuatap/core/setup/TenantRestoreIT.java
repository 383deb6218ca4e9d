package id.satuatap.core.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.satuatap.testkit.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TenantRestoreIT {

    @TempDir
    Path folder;

    private TestDatabase backup;
    private TestDatabase live;

    @BeforeEach
    void prepare() throws SQLException {
        backup = TestDatabase.fresh("backup");
        live = TestDatabase.fresh("live");
        TestPlatform.prepare(backup);
        TestPlatform.prepare(live);
    }

    @AfterEach
    void drop() {
        backup.drop();
        live.drop();
    }

    @Test
    void one_tenant_is_as_in_the_backup_and_no_other_has_changed() throws Exception {
        var kept = document(backup, "backup", "yesterday");
        var since = document(live, "live", "today");
        execute(
                live,
                "update spbe.answer set fact = 'spoiled'",
                "delete from access.membership where role = 'data-entry'");
        execute(live, "update tenancy.tenant set state = 'SUSPENDED' where slug = 'lebong'");
        var others = hashes(live, "<>");

        var restored = restore();

        assertThat(hashes(live, "=")).isEqualTo(hashes(backup, "="));
        assertThat(hashes(live, "<>")).isEqualTo(others);
        assertThat(restored.files()).isEqualTo(1);
        assertThat(restored.setAside()).isEqualTo(1);
        assertThat(place("live", kept)).hasContent("yesterday");
        assertThat(place("live", since)).doesNotExist();
        assertThat(text(live, "select data::text from outbox.event where type = 'tenancy.restored'"))
                .contains("Budi")
                .contains("2026-01-01");
        assertThat(text(live, """
                        select listener from outbox.delivery join outbox.event e on e.id = event_id
                         where type = 'tenancy.restored' and heard_at is null""")).isEqualTo("audit");
    }

    @Test
    void nothing_is_restored_into_a_tenant_that_works_or_is_another_or_has_waiting_events() throws Exception {
        assertThatThrownBy(this::restore).isInstanceOf(RefusedRestore.class).hasMessageContaining("Suspend");

        execute(live, "update tenancy.tenant set state = 'SUSPENDED' where slug = 'lebong'", """
                insert into outbox.event (tenant_id, id, type, subject, data)
                select id, id, 'test.nothing', id, '{}' from tenancy.tenant where slug = 'lebong'""", """
                insert into outbox.delivery (tenant_id, event_id, listener)
                select id, id, 'audit' from tenancy.tenant where slug = 'lebong'""");
        assertThatThrownBy(this::restore).isInstanceOf(RefusedRestore.class).hasMessageContaining("wait");

        execute(backup, "update tenancy.tenant set slug = 'lebongold' where slug = 'lebong'");
        assertThatThrownBy(this::restore).isInstanceOf(RefusedRestore.class).hasMessageContaining("not the same one");
    }

    @Test
    void who_was_forgotten_since_comes_back_without_the_nip() throws Exception {
        var person = "00000000-0000-7000-8000-00000000f0f0";
        execute(live, "update tenancy.tenant set state = 'SUSPENDED' where slug = 'lebong'", """
                insert into access.person (tenant_id, id, erased_at)
                select id, '%s', now() from tenancy.tenant where slug = 'lebong'""".formatted(person));
        execute(backup, """
                insert into access.person (tenant_id, id, issuer, subject)
                select id, '%s', 'i', 's' from tenancy.tenant where slug = 'lebong'""".formatted(person), """
                insert into access.official (tenant_id, id, name, person_id, nip)
                select id, gen_random_uuid(), 'Dilupakan', '%s', '199001012015032001' from tenancy.tenant where slug = 'lebong'""".formatted(person));

        restore();

        assertThat(
                        text(
                                live,
                                "select name || ' ' || coalesce(nip, 'tanpa') || ' ' || coalesce(person_id::text, 'siapa') from access.official"))
                .isEqualTo("Dilupakan tanpa siapa");
    }

    @Test
    void an_address_that_was_forgotten_since_does_not_come_back_with_its_invitation() throws Exception {
        var invitation = """
                insert into access.invitation (tenant_id, id, email, mailbox, role, code, invited_by, expires_at)
                select t.id, '00000000-0000-7000-8000-00000000f0f1', '%1$s', '%1$s', 'planner', 'kode-lama', p.id, now() + interval '9 days'
                  from tenancy.tenant t join access.person p on p.tenant_id = t.id where t.slug = 'lebong' limit 1""";
        execute(live, "update tenancy.tenant set state = 'SUSPENDED' where slug = 'lebong'", invitation.formatted(""));
        execute(backup, invitation.formatted("siti@contoh.example"));

        restore();

        assertThat(text(
                        live,
                        "select email || (withdrawn_at is not null) from access.invitation where code = 'kode-lama'"))
                .isEqualTo("true");
    }

    @Test
    void figures_stay_but_for_those_of_an_office_that_came_later() throws Exception {
        var figure = """
                insert into figure.figure (tenant_id, id, key, office_id, first_day, last_day, numerator, n, people, unit, query_version, source, simulated)
                select tenant_id, gen_random_uuid(), 'test.restored', id, '2026-01-02', '2026-01-02', 1, 1, false, 'CASES', 1, code, true
                  from office.office where tenant_id = (select id from tenancy.tenant where slug = 'lebong')""";
        execute(live, "update tenancy.tenant set state = 'SUSPENDED' where slug = 'lebong'", """
                insert into office.office (tenant_id, id, code, name, form, source, certainty, kind, valid_from)
                select id, gen_random_uuid(), 'later', 'Dinas Baru', 'dinas', 'x', 'x', 'PERANGKAT_DAERAH', '2026-01-02'
                  from tenancy.tenant where slug = 'lebong'""", figure);

        restore();

        assertThat(text(live, "select count(*) from figure.figure where key = 'test.restored'"))
                .isEqualTo(text(backup, """
                        select count(*) from office.office where tenant_id = (select id from tenancy.tenant where slug = 'lebong')"""));
        assertThat(text(live, "select count(*) from figure.figure where source = 'later'"))
                .isEqualTo("0");
    }

    @Test
    void a_backup_of_another_schema_is_refused() throws Exception {
        execute(live, "update tenancy.tenant set state = 'SUSPENDED' where slug = 'lebong'");
        execute(backup, "update setup.history set checksum = checksum + 1 where version = '008'");

        assertThatThrownBy(this::restore).isInstanceOf(RefusedRestore.class).hasMessageContaining("another schema");
    }

    @Test
    void a_backup_without_a_file_it_should_hold_changes_nothing() throws Exception {
        execute(live, "update tenancy.tenant set state = 'SUSPENDED' where slug = 'lebong'");
        Files.delete(place("backup", document(backup, "backup", "lost")));
        var before = hashes(live, "=");

        assertThatThrownBy(this::restore).isInstanceOf(RefusedRestore.class).hasMessageContaining("does not hold");

        assertThat(hashes(live, "=")).isEqualTo(before);
    }

    private TenantRestore.Restored restore() throws Exception {
        return TenantRestore.run(side(backup, "backup"), side(live, "live"), "lebong", "2026-01-01", "Budi");
    }

    private RestoreSide side(TestDatabase database, String files) {
        return new RestoreSide(
                database.jdbcUrl(), database.ownerUsername(), database.ownerPassword(), folder.resolve(files));
    }

    private UUID document(TestDatabase database, String files, String content) throws Exception {
        var id = UUID.randomUUID();
        var digest =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content.getBytes("UTF-8")));
        execute(database, """
                insert into document.document (tenant_id, id, name, media_type, size, sha256, sent_sha256, feature, audience, added_by)
                select t.id, '%s', 'surat.pdf', 'application/pdf', %d, '%s', 'as sent', 'spbe', 'assessment:read', p.id
                  from tenancy.tenant t join access.person p on p.tenant_id = t.id and p.subject = 'tenant-admin.lebong'
                 where t.slug = 'lebong'
                """.formatted(id, content.length(), digest));
        var place = place(files, id);
        Files.createDirectories(place.getParent());
        Files.writeString(place, content);
        return id;
    }

    private Path place(String files, UUID document) throws SQLException {
        return folder.resolve(files)
                .resolve(text(backup, "select id from tenancy.tenant where slug like 'lebong%' limit 1"))
                .resolve(document.toString());
    }

    /** Of every table with a tenant, but for the records of what happened: those of lebong, or all the others. */
    private static Map<String, String> hashes(TestDatabase database, String which) throws SQLException {
        var hashes = new TreeMap<String, String>();
        try (var connection = superuser(database)) {
            for (var table : TenantTables.of(connection)) {
                hashes.put(table.name(), text(database, """
                        select count(*) || md5(coalesce(string_agg(r::text, '|' order by r::text), '')) from %s r
                         where tenant_id %s (select id from tenancy.tenant where slug = 'lebong')
                        """.formatted(table.name(), which)));
            }
        }
        return hashes;
    }

    private static void execute(TestDatabase database, String... statements) throws SQLException {
        try (var connection = superuser(database)) {
            for (var statement : statements) {
                connection.createStatement().execute(statement);
            }
        }
    }

    private static String text(TestDatabase database, String sql) throws SQLException {
        try (var connection = superuser(database);
                var row = connection.createStatement().executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private static Connection superuser(TestDatabase database) throws SQLException {
        return DriverManager.getConnection(
                database.jdbcUrl(), database.superuserUsername(), database.superuserPassword());
    }
}
