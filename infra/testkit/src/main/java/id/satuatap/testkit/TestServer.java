package id.satuatap.testkit;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.Properties;
import org.postgresql.Driver;
import org.postgresql.PGProperty;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * The PostgreSQL server of this run: the one named by {@code SATUATAP_TEST_DATABASE} (a JDBC URL with a superuser's
 * name and password), else a container where Docker answers, else an embedded one.
 */
record TestServer(String host, int port, String username, String password) {

    private static final String IMAGE = "postgres:18";

    /** Started by the first test that needs it, stopped by the end of the virtual machine. */
    private static final class Holder {
        static final TestServer SERVER = start();
    }

    static TestServer ofThisRun() {
        return Holder.SERVER;
    }

    String jdbcUrl(String database) {
        return "jdbc:postgresql://%s:%d/%s".formatted(host, port, database);
    }

    void execute(String... statements) {
        try (var connection = DriverManager.getConnection(jdbcUrl("postgres"), username, password);
                var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The test server refused: " + e.getMessage(), e);
        }
    }

    static TestServer ofUrl(String url) {
        var parsed = Driver.parseURL(url, new Properties());
        if (parsed == null) {
            throw new IllegalArgumentException(
                    "SATUATAP_TEST_DATABASE is not a JDBC URL such as jdbc:postgresql://localhost:5432/postgres?user=postgres&password=…");
        }
        return new TestServer(
                property(PGProperty.PG_HOST, parsed),
                Integer.parseInt(property(PGProperty.PG_PORT, parsed)),
                property(PGProperty.USER, parsed),
                property(PGProperty.PASSWORD, parsed));
    }

    private static String property(PGProperty property, Properties parsed) {
        return Objects.requireNonNullElse(property.getOrDefault(parsed), "");
    }

    private static TestServer start() {
        var given = System.getenv("SATUATAP_TEST_DATABASE");
        if (given != null && !given.isBlank()) {
            return ofUrl(given);
        }
        return Docker.answers() ? container() : embedded();
    }

    @SuppressWarnings("resource") // Testcontainers removes the container when the virtual machine ends.
    private static TestServer container() {
        var container =
                new PostgreSQLContainer(IMAGE).withCommand("postgres", "-c", "fsync=off", "-c", "max_connections=300");
        container.start();
        return new TestServer(
                container.getHost(),
                container.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT),
                container.getUsername(),
                container.getPassword());
    }

    @SuppressWarnings("resource") // Its own shutdown hook stops it and removes its data.
    private static TestServer embedded() {
        try {
            var postgres = EmbeddedPostgres.builder()
                    .setLocaleConfig("locale", "C")
                    .setLocaleConfig("locale-provider", "builtin")
                    .setLocaleConfig("builtin-locale", "C.UTF-8")
                    .setServerConfig("max_connections", "300")
                    .setServerConfig("synchronous_commit", "off")
                    .setServerConfig("full_page_writes", "off")
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setPGStartupWait(Duration.ofMinutes(1))
                    .start();
            return new TestServer("127.0.0.1", postgres.getPort(), "postgres", "postgres");
        } catch (IOException e) {
            throw new UncheckedIOException("The embedded PostgreSQL does not start", e);
        }
    }
}
