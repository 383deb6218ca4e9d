package id.satuatap.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The PostgreSQL server of a stack: connections in each of its roles, and its process. */
public final class Database {

    /** The database of platform-core. */
    public static final String PLATFORM = "satuatap";

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path home;
    private final int port;
    private final JsonNode secrets;
    private final List<String> command;
    private final Map<String, String> environment;

    Database(Path home, int port) {
        this.home = home;
        this.port = port;
        this.secrets = JsonMapper.shared().readTree(home.resolve("secrets.json").toFile());
        this.command = new ArrayList<>(Signals.command(pid()));
        this.environment = new HashMap<>(Signals.environment(pid()));
    }

    public int port() {
        return port;
    }

    public Path data() {
        return home.resolve("postgres/data");
    }

    /** Where this server's own programs lie (postgres, initdb, pg_ctl; neither psql nor pg_dump). */
    public Path programs() {
        return Objects.requireNonNull(Path.of(command.getFirst()).getParent());
    }

    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
    }

    /** May do anything: for preparing and checking, never for what is checked. */
    public Connection superuser(String database) throws SQLException {
        return DriverManager.getConnection(url(database), "postgres", superuserPassword());
    }

    /** Core's own role while it serves: owns nothing, bypasses nothing. */
    public Connection runtime() throws SQLException {
        return DriverManager.getConnection(url(PLATFORM), "satuatap_app", runtimePassword());
    }

    /** The role that migrates. */
    public Connection owner() throws SQLException {
        return DriverManager.getConnection(url(PLATFORM), "satuatap_owner", secret("databaseOwner"));
    }

    public String superuserPassword() {
        return secret("databaseAdmin");
    }

    public String runtimePassword() {
        return secret("databaseRuntime");
    }

    /** The server's main process, as it notes itself. */
    public long pid() {
        try {
            return Long.parseLong(Files.readAllLines(data().resolve("postmaster.pid"))
                    .getFirst()
                    .strip());
        } catch (IOException e) {
            throw new UncheckedIOException("The database does not run", e);
        }
    }

    /** All its processes at once, as if the machine had lost power but for what the disk had taken. */
    public void kill() {
        var pid = pid();
        Signals.send("KILL", pid);
        awaitEnd(pid);
    }

    /** All its processes halted: connections stay open and nothing answers. */
    public void halt() {
        Signals.send("STOP", pid());
    }

    public void resume() {
        Signals.send("CONT", pid());
    }

    /** A fast, clean end. */
    public void stop() {
        var pid = pid();
        Signals.send("INT", pid);
        awaitEnd(pid);
    }

    /** For the next start: settings of the server, stronger than those it has. */
    public Database settings(Map<String, String> settings) {
        settings.forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
        return this;
    }

    /** Starts it again and waits until it answers; tells how long that took. */
    public Duration start() {
        var since = Instant.now();
        try {
            Files.deleteIfExists(data().resolve("postmaster.pid")); // its number may be somebody else's by now
            var builder = new ProcessBuilder(unprivileged())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            home.resolve("log/postgresql.log").toFile()));
            builder.environment().clear();
            builder.environment().putAll(environment);
            builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!Waiting.until(PATIENCE, this::answers)) {
            throw new IllegalStateException("PostgreSQL does not answer; its log: " + home.resolve("log"));
        }
        return Duration.between(since, Instant.now());
    }

    /** As the superuser, each by itself. */
    public void execute(String... statements) {
        try (var connection = superuser(PLATFORM);
                var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the superuser sees: of each row its columns by their names. */
    public List<Map<String, String>> rows(String query) {
        try (var connection = superuser(PLATFORM)) {
            return rows(connection, query);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What this connection sees; nothing becomes an empty text. */
    public static List<Map<String, String>> rows(Connection connection, String query) throws SQLException {
        var all = new ArrayList<Map<String, String>>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            var columns = rows.getMetaData();
            while (rows.next()) {
                var row = new LinkedHashMap<String, String>();
                for (var column = 1; column <= columns.getColumnCount(); column++) {
                    row.put(columns.getColumnName(column), Objects.requireNonNullElse(rows.getString(column), ""));
                }
                all.add(row);
            }
        }
        return all;
    }

    /** The one value that the superuser is told. */
    public String text(String query) {
        return rows(query).getFirst().values().iterator().next();
    }

    public long number(String query) {
        return Long.parseLong(text(query));
    }

    public boolean answers() {
        try (var connection = superuser("postgres")) {
            return connection.isValid(1);
        } catch (SQLException e) {
            return false;
        }
    }

    /** PostgreSQL refuses to run as root; in a user namespace of its own it is nobody. */
    private List<String> unprivileged() {
        var whole = new ArrayList<String>();
        if ("root".equals(System.getProperty("user.name"))) {
            whole.addAll(List.of("unshare", "-U"));
        }
        whole.addAll(command);
        return whole;
    }

    private static void awaitEnd(long pid) {
        if (!Waiting.until(PATIENCE, () -> !Signals.isAlive(pid))) {
            throw new IllegalStateException("PostgreSQL (process %d) does not end".formatted(pid));
        }
    }

    private String secret(String name) {
        return secrets.get(name).asString();
    }
}
