package id.satuatap.bench.edge;

import id.satuatap.stack.Database;
import java.sql.SQLException;
import java.util.UUID;

/** A database and a role of its own for a peer, in the server that holds ours; gone when the peer is. */
record PeerDatabase(Database server, String name, String password) implements AutoCloseable {

    static PeerDatabase create(Database server, String name) {
        var database = new PeerDatabase(server, name, UUID.randomUUID().toString());
        database.close();
        database.run("create role %s login password '%s'".formatted(name, database.password));
        database.run("create database %1$s owner %1$s".formatted(name));
        return database;
    }

    String url() {
        return server.url(name);
    }

    @Override
    public void close() {
        run("drop database if exists %s with (force)".formatted(name));
        run("drop role if exists " + name);
    }

    /** Each by itself: a database is not made inside a transaction. */
    private void run(String sql) {
        try (var connection = server.superuser("postgres");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
