package id.satuatap.launcher.database;

import id.satuatap.launcher.settings.CannotStart;
import id.satuatap.launcher.settings.Settings;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Properties;
import org.postgresql.Driver;
import org.postgresql.PGProperty;

/** A running PostgreSQL server and an account on it that may create roles and databases. */
public record DatabaseServer(String host, int port, String adminDatabase, String username, String password) {

    public static final String PLATFORM = "satuatap";
    public static final String OWNER = "satuatap_owner";
    public static final String RUNTIME = "satuatap_app";
    public static final String IDENTITY = "satuatap_identity";
    public static final String IDENTITY_OWNER = "satuatap_identity_owner";
    public static final String IDENTITY_RUNTIME = "satuatap_identity";

    private static final int OLDEST_VERSION = 160_000;
    private static final int PER_MAJOR_VERSION = 10_000;

    public static DatabaseServer of(Settings.ExternalDatabase external) {
        var parsed = Objects.requireNonNullElseGet(Driver.parseURL(external.url(), new Properties()), () -> {
            throw new CannotStart(
                    "SATUATAP_DATABASE_ADMIN_URL tidak terbaca. / The address cannot be read: " + external.url());
        });
        return new DatabaseServer(
                Objects.requireNonNull(PGProperty.PG_HOST.getOrDefault(parsed)),
                Integer.parseInt(Objects.requireNonNull(PGProperty.PG_PORT.getOrDefault(parsed))),
                Objects.requireNonNullElse(PGProperty.PG_DBNAME.getOrDefault(parsed), "postgres"),
                external.username(),
                external.password());
    }

    public String url(String database) {
        return "jdbc:postgresql://%s:%d/%s".formatted(host, port, database);
    }

    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url(adminDatabase), username, password);
    }

    /** Tells these databases from all others, also from earlier ones of the same name. Asked as superuser. */
    public String identity() {
        try (var connection = connect();
                var row = connection.createStatement().executeQuery("""
                                select system_identifier || '-' || string_agg(oid::text, '-' order by datname)
                                  from pg_control_system(), pg_database
                                 where datname in ('satuatap', 'satuatap_identity')
                                 group by system_identifier
                                """)) {
            row.next();
            return row.getString(1);
        } catch (SQLException e) {
            throw new CannotStart("Basis data tidak menjawab. / The database does not answer: " + e.getMessage(), e);
        }
    }

    /** Refuses a server that is away, closed to us or too old, each with a sentence. */
    public void check() {
        try (var connection = connect();
                var version = connection.createStatement().executeQuery("show server_version_num")) {
            version.next();
            checkVersion(version.getInt(1));
        } catch (SQLException e) {
            throw new CannotStart(
                    "Basis data %s:%d tidak menjawab. / The database does not let us in: %s"
                            .formatted(host, port, e.getMessage()),
                    e);
        }
    }

    public static void checkVersion(int version) {
        if (version < OLDEST_VERSION) {
            throw new CannotStart(
                    "PostgreSQL %d terlalu lama. / PostgreSQL 16 or newer is needed; this server has version %d."
                            .formatted(version / PER_MAJOR_VERSION, version / PER_MAJOR_VERSION));
        }
    }
}
