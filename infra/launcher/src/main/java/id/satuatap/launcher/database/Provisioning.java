package id.satuatap.launcher.database;

import id.satuatap.launcher.home.Secrets;
import id.satuatap.launcher.settings.CannotStart;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Roles and databases, made if they are missing. The owners migrate, the runtime roles own nothing; none may bypass row
 * level security. Passwords are set anew each time: the secrets of this home count.
 */
public final class Provisioning {

    private final Connection connection;

    private Provisioning(Connection connection) {
        this.connection = connection;
    }

    public static void run(DatabaseServer server, Secrets secrets) {
        try (var connection = server.connect()) {
            var provisioning = new Provisioning(connection);
            provisioning.role(DatabaseServer.OWNER, secrets.databaseOwner());
            provisioning.role(DatabaseServer.RUNTIME, secrets.databaseRuntime());
            provisioning.role(DatabaseServer.IDENTITY_OWNER, secrets.identityOwner());
            provisioning.role(DatabaseServer.IDENTITY_RUNTIME, secrets.identityRuntime());
            provisioning.database(DatabaseServer.PLATFORM, DatabaseServer.OWNER, DatabaseServer.RUNTIME);
            provisioning.limits(DatabaseServer.RUNTIME, DatabaseServer.PLATFORM);
            provisioning.database(
                    DatabaseServer.IDENTITY, DatabaseServer.IDENTITY_OWNER, DatabaseServer.IDENTITY_RUNTIME);
        } catch (SQLException e) {
            throw new CannotStart(
                    "Basis data tidak dapat disiapkan. / Roles and databases cannot be made: " + e.getMessage(), e);
        }
    }

    /** Removes both databases, for a fresh start on a server that is not ours. */
    public static void drop(DatabaseServer server) {
        try (var connection = server.connect()) {
            var provisioning = new Provisioning(connection);
            provisioning.execute("drop database if exists %s with (force)".formatted(DatabaseServer.PLATFORM));
            provisioning.execute("drop database if exists %s with (force)".formatted(DatabaseServer.IDENTITY));
        } catch (SQLException e) {
            throw new CannotStart(
                    "Basis data tidak dapat dihapus. / The databases cannot be removed: " + e.getMessage(), e);
        }
    }

    private void role(String name, String password) throws SQLException {
        var powers = "login nocreatedb nocreaterole password '%s'".formatted(password);
        var exists = exists("select 1 from pg_roles where rolname = ?", name);
        execute((exists ? "alter role %s %s" : "create role %s %s").formatted(name, powers));
        if (exists("select 1 from pg_roles where (rolsuper or rolbypassrls) and rolname = ?", name)) {
            throw new CannotStart(
                    "Peran %s terlalu berkuasa. / The role %s may bypass row level security; take that away: alter role %s nosuperuser nobypassrls."
                            .formatted(name, name, name));
        }
    }

    private void database(String name, String owner, String runtime) throws SQLException {
        if (!exists("select 1 from pg_database where datname = ?", name)) {
            // An administrator who is no superuser may only give a database to a role that is his.
            execute("grant %s to current_user".formatted(owner));
            execute("create database %s owner %s template template0 encoding 'UTF8'".formatted(name, owner));
        }
        execute("revoke all on database %s from public".formatted(name));
        execute("grant connect on database %s to %s".formatted(name, runtime));
    }

    /** What the runtime role may at most, however it comes in: names are never looked for where others could make some, nothing waits for ever. */
    private void limits(String role, String database) throws SQLException {
        for (var limit : List.of(
                "search_path = pg_catalog, pg_temp",
                "statement_timeout = '15s'",
                "lock_timeout = '5s'",
                "idle_in_transaction_session_timeout = '30s'")) {
            execute("alter role %s in database %s set %s".formatted(role, database, limit));
        }
    }

    private boolean exists(String query, String name) throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            return statement.executeQuery().next();
        }
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
