package id.satuatap.launcher.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.satuatap.launcher.FreePorts;
import id.satuatap.launcher.QuickHome;
import id.satuatap.launcher.database.DatabaseServer;
import id.satuatap.launcher.database.LocalPostgres;
import id.satuatap.launcher.home.Home;
import id.satuatap.launcher.home.PrivateJson;
import id.satuatap.launcher.home.Secrets;
import id.satuatap.launcher.settings.CannotStart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupIT {

    @TempDir
    Path folder;

    private Home home;
    private Home fresh;
    private int port;

    @BeforeEach
    void open() {
        home = QuickHome.open(folder.resolve("home"));
        fresh = QuickHome.open(folder.resolve("fresh"));
        port = FreePorts.base();
        Secrets.of(home);
        PrivateJson.write(home.seed(), List.of());
    }

    @AfterEach
    void stop() {
        LocalPostgres.stop(home);
        LocalPostgres.stop(fresh);
        QuickHome.close(home.folder());
        QuickHome.close(fresh.folder());
    }

    @Test
    void a_home_comes_back_as_it_was_at_a_moment_between_two_writes() throws Exception {
        var server = archiving();
        execute(server, "create table note (text text)", "insert into note values ('before the backup')");
        Files.writeString(
                Files.createDirectories(home.files().resolve("tenant")).resolve("file"), "bytes");
        new Backup(home, server).to(folder.resolve("backup"));
        execute(server, "insert into note values ('after the backup')");
        var moment = one(server, "select to_char(clock_timestamp(), 'YYYY-MM-DD\"T\"HH24:MI:SS.USOF')") + ":00";
        execute(server, "insert into note values ('too late')", "select pg_switch_wal()");
        LocalPostgres.stop(home); // archives what is left

        recovery("--to", moment).into(fresh, port);

        var restored = postgres(fresh).start();
        assertThat(one(restored, "select string_agg(text, ', ' order by text) from note"))
                .isEqualTo("after the backup, before the backup");
        assertThat(one(restored, "show archive_mode")).isEqualTo("off");
        assertThat(fresh.files().resolve("tenant/file")).hasContent("bytes");
        assertThat(Secrets.of(fresh)).isEqualTo(Secrets.of(home));
        assertThatThrownBy(() -> recovery().into(fresh, port)).hasMessageContaining("empty SATUATAP_HOME");
    }

    @Test
    void without_an_archive_there_is_no_backup_and_nothing_is_left_of_it() {
        var server = postgres(home).start();

        assertThatThrownBy(() -> new Backup(home, server).to(folder.resolve("backup")))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("archive_mode");
        assertThat(folder).isDirectoryNotContaining("glob:**backup*");
    }

    @Test
    void what_is_to_be_restored_is_said_completely_or_not_at_all() {
        assertThatThrownBy(() -> recovery("--to", "yesterday")).hasMessageContaining("2026-01-31T16:30:00+07:00");
        assertThatThrownBy(() -> recovery("--tenant", "lebong")).hasMessageContaining("--by");
    }

    private Recovery recovery(String... more) {
        var words = new java.util.ArrayList<>(List.of(
                folder.resolve("backup").toString(),
                "--wal",
                folder.resolve("wal").toString()));
        words.addAll(List.of(more));
        return Recovery.of(words);
    }

    /** Its server with the archive that docs/operations.md describes. */
    private DatabaseServer archiving() throws IOException {
        postgres(home).start();
        LocalPostgres.stop(home);
        var archive = Files.createDirectory(folder.resolve("wal"));
        Files.writeString(
                home.postgres().resolve("data/postgresql.conf"),
                """
                archive_mode = on
                archive_command = 'test ! -e %s/%%f && cp %%p %s/%%f.part && mv %s/%%f.part %s/%%f'
                """.replace("%s", archive.toString()).replace("%%", "%"),
                StandardOpenOption.APPEND);
        return postgres(home).start();
    }

    private LocalPostgres postgres(Home of) {
        return new LocalPostgres(of, port, Secrets.of(of).databaseAdmin());
    }

    private static void execute(DatabaseServer server, String... statements) throws SQLException {
        try (var connection = server.connect()) {
            for (var sql : statements) {
                connection.createStatement().execute(sql);
            }
        }
    }

    private static String one(DatabaseServer server, String query) throws SQLException {
        try (var connection = server.connect();
                var rows = connection.createStatement().executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
