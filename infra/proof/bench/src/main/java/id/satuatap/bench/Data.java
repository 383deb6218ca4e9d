package id.satuatap.bench;

import id.satuatap.stack.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/** Invented tenants in the database of the stack, loaded by the superuser past all checks; what is there already stays. */
final class Data {

    /** As many as Indonesia has regencies and cities. */
    static final int TENANTS = 514;

    private final Database database;
    private final String issuer;

    Data(Database database, String issuer) {
        this.database = database;
        this.issuer = issuer;
    }

    /** Tenants from number 0 on, each with so many lines in its record. */
    void load(int tenants, int rows) {
        try (var connection = database.superuser(Database.PLATFORM)) {
            var there = count(connection);
            if (there == 0) {
                run(connection, Resource.text("register.sql"));
            }
            if (there < tenants) {
                run(
                        connection,
                        Resource.text("tenants.sql")
                                .replace("${first}", String.valueOf(there))
                                .replace("${last}", String.valueOf(tenants - 1))
                                .replace("${rows}", String.valueOf(rows)));
                vacuum(connection);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The record of a tenant grown or cut to so many lines. */
    void grow(int tenant, int rows) {
        try (var connection = database.superuser(Database.PLATFORM)) {
            run(
                    connection,
                    Resource.text("grow.sql")
                            .replace("${tenant}", String.valueOf(tenant))
                            .replace("${rows}", String.valueOf(rows)));
            vacuum(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    long number(String query) {
        try (var connection = database.superuser(Database.PLATFORM);
                var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Waits until a count is zero; false if it is not by then. */
    boolean awaitNone(String count, Duration patience) {
        return Await.within(patience, () -> number(count) == 0);
    }

    /** Leaves nothing of earlier work for the database to tidy up during the next. */
    void tidy() {
        try (var connection = database.superuser(Database.PLATFORM)) {
            vacuum(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Any statements of the superuser. */
    void run(String sql) {
        try (var connection = database.superuser(Database.PLATFORM)) {
            run(connection, sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("set synchronous_commit = off; set session_replication_role = replica; set jit = off");
            statement.execute(sql.replace("${issuer}", issuer));
            statement.execute("reset all");
        }
    }

    private static int count(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select count(*) from tenancy.tenant where slug ~ '^uji[0-9]{3}$'")) {
            row.next();
            return row.getInt(1);
        }
    }

    private static void vacuum(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(
                    "vacuum (analyze) audit.entry, spbe.answer, spbe.answer_version, spbe.assessment, tenancy.tenant");
            statement.execute("checkpoint");
        }
    }
}
