package id.satuatap.testkit;

import java.util.Locale;
import java.util.UUID;

/**
 * A fresh, empty database with two roles of its own, as in production: an owner that migrates, and a runtime role that
 * owns nothing and cannot bypass row level security.
 */
public final class TestDatabase {

    private final TestServer server;
    private final String name;
    private final String password = UUID.randomUUID().toString();

    private TestDatabase(TestServer server, String name) {
        this.server = server;
        this.name = name;
    }

    /** Creates the database {@code name_<random>}. It stays until {@link #drop()} or until the server ends. */
    public static TestDatabase fresh(String name) {
        var random = UUID.randomUUID().toString().substring(0, 8);
        var database = new TestDatabase(
                TestServer.ofThisRun(), name.toLowerCase(Locale.ROOT).replace('-', '_') + "_" + random);
        database.create();
        return database;
    }

    public String host() {
        return server.host();
    }

    public int port() {
        return server.port();
    }

    public String name() {
        return name;
    }

    public String jdbcUrl() {
        return server.jdbcUrl(name);
    }

    public String ownerUsername() {
        return name + "_owner";
    }

    public String ownerPassword() {
        return password;
    }

    public String runtimeUsername() {
        return name + "_app";
    }

    public String runtimePassword() {
        return password;
    }

    public String superuserUsername() {
        return server.username();
    }

    public String superuserPassword() {
        return server.password();
    }

    /** Removes the database, whoever is still connected to it, and its roles. */
    public void drop() {
        server.execute(
                "drop database if exists %s with (force)".formatted(name),
                "drop role if exists " + ownerUsername(),
                "drop role if exists " + runtimeUsername());
    }

    private void create() {
        var role = "create role %s login password '%s' nosuperuser nocreatedb nocreaterole nobypassrls";
        server.execute(
                role.formatted(ownerUsername(), password),
                role.formatted(runtimeUsername(), password),
                // An administrator who is no superuser may only give a database to a role that is his.
                "grant %s to current_user".formatted(ownerUsername()),
                "create database %s owner %s template template0 encoding 'UTF8'".formatted(name, ownerUsername()),
                "revoke all on database %s from public".formatted(name),
                "grant connect on database %s to %s".formatted(name, runtimeUsername()));
    }
}
