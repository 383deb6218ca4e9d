package id.satuatap.launcher.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.satuatap.launcher.FreePorts;
import id.satuatap.launcher.QuickHome;
import id.satuatap.launcher.home.Home;
import id.satuatap.launcher.home.Secrets;
import id.satuatap.launcher.settings.CannotStart;
import id.satuatap.launcher.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalPostgresIT {

    @TempDir
    Path folder;

    private Home home;
    private int port;

    @BeforeEach
    void open() {
        home = QuickHome.open(folder.resolve("home"));
        port = FreePorts.base();
    }

    @AfterEach
    void stop() {
        LocalPostgres.stop(home);
        QuickHome.close(home.folder());
    }

    @Test
    void data_outlives_a_stop_and_a_kill_and_the_server_syncs_to_disk() throws SQLException {
        var server = postgres("secret").start();
        execute(server, "create table note (text text)", "insert into note values ('kept')");
        LocalPostgres.stop(home);
        assertThat(LocalPostgres.running(home)).isEmpty();

        postgres("secret").start();
        execute(server, "insert into note values ('kept too')");
        var process = LocalPostgres.running(home).orElseThrow();
        process.alive().orElseThrow().destroyForcibly();
        assertThat(process.endsWithin(Duration.ofSeconds(10))).isTrue();

        postgres("secret").start();
        assertThat(one(server, "select count(*) from note")).isEqualTo("2");
        assertThat(one(server, "show fsync")).isEqualTo("on");
        assertThat(one(server, "show listen_addresses")).isEqualTo("127.0.0.1");
    }

    @Test
    void what_a_killed_first_start_left_is_thrown_away() throws IOException {
        Files.createDirectories(home.postgres().resolve("data.new-17/base"));
        Files.writeString(home.postgres().resolve("data.new-17/PG_VERSION"), "18");

        postgres("secret").start();

        assertThat(home.postgres().resolve("data.new-17")).doesNotExist();
        assertThat(home.run("initdb")).doesNotExist();
    }

    @Test
    void a_folder_that_is_no_data_folder_is_told_in_a_sentence_and_left_alone() throws IOException {
        var something = Files.createDirectories(home.postgres().resolve("data")).resolve("something");
        Files.writeString(something, "precious");

        assertThatThrownBy(() -> postgres("secret").start())
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("no data folder of PostgreSQL 18");
        assertThat(something).hasContent("precious");
    }

    @Test
    void secrets_of_another_home_are_told_in_a_sentence() {
        postgres("secret").start();
        LocalPostgres.stop(home);

        assertThatThrownBy(() -> postgres("another").start())
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("secrets.json");
    }

    @Test
    void a_stale_process_number_stops_neither_a_foreign_process_nor_the_start() throws IOException {
        var foreign = new ProcessBuilder("sleep", "60").start();
        postgres("secret").start();
        LocalPostgres.stop(home);
        var stale =
                "%d\n%s\n1000000000\n".formatted(foreign.pid(), home.postgres().resolve("data"));
        Files.writeString(home.postgres().resolve("data/postmaster.pid"), stale);

        LocalPostgres.stop(home);
        postgres("secret").start();

        assertThat(foreign.isAlive()).isTrue();
        foreign.destroyForcibly();
    }

    @Test
    void roles_and_databases_are_made_once_and_each_role_has_its_own_database_only() throws SQLException {
        var secrets = Secrets.of(home);
        var server = postgres(secrets.databaseAdmin()).start();

        Provisioning.run(server, secrets);
        Provisioning.run(server, secrets);

        assertThat(one(server, "select count(*) from pg_database where datname like 'satuatap%'"))
                .isEqualTo("2");
        assertThat(one(server, "select count(*) from pg_roles where rolname like 'satuatap%'"))
                .isEqualTo("4");
        assertThat(one(
                        server,
                        "select count(*) from pg_roles where rolname ~ 'satuatap' and (rolsuper or rolbypassrls)"))
                .isEqualTo("0");
        assertThat(one(server, "select pg_get_userbyid(datdba) from pg_database where datname = 'satuatap'"))
                .isEqualTo("satuatap_owner");

        var runtime = secrets.databaseRuntime();
        try (var connection = DriverManager.getConnection(server.url("satuatap"), "satuatap_app", runtime);
                var limits = connection.createStatement().executeQuery("""
                        select current_setting('search_path') || '; ' || current_setting('statement_timeout') || '; '
                            || current_setting('lock_timeout') || '; ' || current_setting('idle_in_transaction_session_timeout')
                        """)) {
            limits.next();
            assertThat(limits.getString(1)).isEqualTo("pg_catalog, pg_temp; 15s; 5s; 30s");
        }
        assertThatThrownBy(() -> DriverManager.getConnection(server.url("satuatap_identity"), "satuatap_app", runtime))
                .hasMessageContaining("permission denied for database");
        assertThatThrownBy(() -> DriverManager.getConnection(server.url("satuatap"), "satuatap_app", "wrong"))
                .hasMessageContaining("password authentication failed");
    }

    @Test
    void an_administrator_who_is_no_superuser_is_enough_on_somebody_elses_server() throws SQLException {
        var local = postgres("secret").start();
        execute(local, "create role keeper login createrole createdb password 'keeper'");
        var server = DatabaseServer.of(new Settings.ExternalDatabase(local.url("postgres"), "keeper", "keeper"));
        server.check();

        Provisioning.run(server, Secrets.of(Home.open(folder.resolve("other"))));
        Provisioning.run(server, Secrets.of(Home.open(folder.resolve("other"))));
        assertThat(one(local, "select count(*) from pg_database where datname like 'satuatap%'"))
                .isEqualTo("2");

        Provisioning.drop(server);
        assertThat(one(local, "select count(*) from pg_database where datname like 'satuatap%'"))
                .isEqualTo("0");
    }

    @Test
    void a_server_that_is_away_is_told_in_a_sentence() {
        var nobody = new Settings.ExternalDatabase("jdbc:postgresql://127.0.0.1:" + port + "/postgres", "a", "b");

        assertThatThrownBy(() -> DatabaseServer.of(nobody).check())
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("127.0.0.1:" + port);
    }

    private LocalPostgres postgres(String password) {
        return new LocalPostgres(home, port, password);
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
