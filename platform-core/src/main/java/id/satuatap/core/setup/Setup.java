package id.satuatap.core.setup;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * Prepares the database and ends: migrations, the reference data of this release, and where a seed file is named, the demo tenants.
 * Each part is idempotent. Runs as the schema's owner, without Spring, in about a second.
 *
 * <p>Environment: {@code SATUATAP_DATABASE_HOST}, {@code _PORT}, {@code _NAME}, {@code _USERNAME} (the runtime role that gets its rights),
 * {@code SATUATAP_DATABASE_OWNER_USERNAME}, {@code SATUATAP_DATABASE_OWNER_PASSWORD}, and optionally {@code SATUATAP_SEED}.
 */
public final class Setup {

    private Setup() {}

    public static void main(String[] arguments) throws SQLException {
        var environment = System.getenv();
        run(
                "jdbc:postgresql://%s:%s/%s"
                        .formatted(
                                needed(environment, "SATUATAP_DATABASE_HOST"),
                                needed(environment, "SATUATAP_DATABASE_PORT"),
                                needed(environment, "SATUATAP_DATABASE_NAME")),
                needed(environment, "SATUATAP_DATABASE_OWNER_USERNAME"),
                needed(environment, "SATUATAP_DATABASE_OWNER_PASSWORD"),
                needed(environment, "SATUATAP_DATABASE_USERNAME"));
        var seed = environment.get("SATUATAP_SEED");
        if (seed != null && !seed.isBlank()) {
            try (var connection = connect(environment)) {
                DemoTenants.load(connection, SeedFile.read(java.nio.file.Path.of(seed)));
            }
        }
    }

    /** Migrates and loads the reference data. */
    public static void run(String url, String owner, String password, String runtime) throws SQLException {
        migrations(url, owner, password, runtime).load().migrate();
        try (var connection = DriverManager.getConnection(url, owner, password)) {
            ReferenceData.load(connection);
        }
    }

    static FluentConfiguration migrations(String url, String owner, String password, String runtime) {
        if (!runtime.matches("[a-z_][a-z0-9_]*")) {
            throw new IllegalArgumentException("not a role name: " + runtime);
        }
        return Flyway.configure()
                .dataSource(url, owner, password)
                .locations("classpath:db/migration")
                .defaultSchema("setup")
                .schemas("setup")
                .table("history")
                .placeholders(Map.of("runtime", runtime));
    }

    private static Connection connect(Map<String, String> environment) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://%s:%s/%s"
                        .formatted(
                                needed(environment, "SATUATAP_DATABASE_HOST"),
                                needed(environment, "SATUATAP_DATABASE_PORT"),
                                needed(environment, "SATUATAP_DATABASE_NAME")),
                needed(environment, "SATUATAP_DATABASE_OWNER_USERNAME"),
                needed(environment, "SATUATAP_DATABASE_OWNER_PASSWORD"));
    }

    static String needed(Map<String, String> environment, String name) {
        var value = environment.get(name);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("setup needs the environment variable " + name);
        }
        return value;
    }
}
