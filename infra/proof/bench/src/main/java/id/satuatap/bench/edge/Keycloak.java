package id.satuatap.bench.edge;

import id.satuatap.bench.Peer;
import id.satuatap.stack.Command;
import id.satuatap.stack.Database;
import id.satuatap.stack.FreePorts;
import id.satuatap.stack.Resource;
import id.satuatap.stack.Stack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Keycloak as identity's peer: its production mode as its makers ship it (collector and heap included: half a gigabyte),
 * one node without clustering, health and metrics on as ours, a database of its own in the same server, its own defaults
 * for everything else. It is built and run by the Java that runs this, since no other of the supported ones need be there.
 */
public final class Keycloak implements AutoCloseable {

    static final String VERSION = "26.4.0";

    private static final String DATABASE = "uji_keycloak";
    private static final Map<String, String> ALWAYS = Map.of(
            "JAVA_HOME", System.getProperty("java.home"),
            // else its threads end with an error where Java is newer than 23
            "JAVA_OPTS_APPEND", "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "KC_DB", "postgres",
            "KC_CACHE", "local",
            "KC_HEALTH_ENABLED", "true",
            "KC_METRICS_ENABLED", "true",
            "KC_HTTP_ENABLED", "true",
            "KC_HTTP_HOST", "127.0.0.1",
            "KC_HOSTNAME_STRICT", "false");

    private final Path folder;
    private final Path home;

    private Keycloak(Path folder) {
        this.folder = folder;
        this.home = folder.resolve("keycloak-" + VERSION);
    }

    /** Its own archive, which Maven fetches and keeps for the next run, unpacked and built; an exception if it is not to be had. */
    static Keycloak build(Path folder) {
        var keycloak = new Keycloak(folder);
        keycloak.close();
        var unpack = "mvn -B -q -N %s dependency:unpack -Dartifact=org.keycloak:keycloak-quarkus-dist:%s:tar.gz"
                + " -Dmdep.overWriteReleases=true -DoutputDirectory=%s";
        if (Command.ended(Map.of(), unpack.formatted("-o", VERSION, folder).split(" "))
                        .exit()
                != 0) {
            Command.run(unpack.formatted("-U", VERSION, folder).split(" "));
        }
        var built =
                Command.ended(ALWAYS, "sh", keycloak.home.resolve("bin/kc.sh").toString(), "build");
        if (built.exit() != 0) {
            throw new IllegalStateException("Keycloak is not built: " + built.said());
        }
        return keycloak;
    }

    /** Where it answers, and what ends it. */
    record Running(TokenServer server, Peer peer, Database database) implements AutoCloseable {
        @Override
        public void close() {
            peer.close();
            drop(database);
        }
    }

    /** With the same callers, lifetimes, claims and one-time refresh tokens as identity, and nothing more to do than that. */
    Running start(Stack stack, Callers callers) {
        var database = stack.database();
        var password = UUID.randomUUID().toString();
        drop(database);
        database.execute(
                "create role %s login password '%s'".formatted(DATABASE, password),
                "create database %1$s owner %1$s".formatted(DATABASE));
        importRealm(callers);
        var port = FreePorts.next();
        var management = FreePorts.next();
        var settings = new HashMap<>(ALWAYS);
        settings.putAll(Map.of(
                "KC_DB_URL", database.url(DATABASE),
                "KC_DB_USERNAME", DATABASE,
                "KC_DB_PASSWORD", password,
                "KC_HTTP_PORT", Integer.toString(port),
                "KC_HTTP_MANAGEMENT_PORT", Integer.toString(management)));
        var command = List.of("sh", home.resolve("bin/kc.sh").toString(), "start", "--optimized", "--import-realm");
        var peer = Peer.start(command, settings, folder.resolveSibling("keycloak.log"))
                .awaitReady("http://127.0.0.1:%d/health/ready".formatted(management));
        var url = "http://127.0.0.1:%d/realms/satuatap/protocol/openid-connect/".formatted(port);
        return new Running(new TokenServer(stack, callers, url + "auth", url + "token"), peer, database);
    }

    private static void drop(Database database) {
        database.execute(
                "drop database if exists %s with (force)".formatted(DATABASE), "drop role if exists " + DATABASE);
    }

    /** Where the first start reads it; it holds secrets, so only this user may read it. */
    private void importRealm(Callers callers) {
        try {
            var file = Files.createFile(
                    Files.createDirectories(home.resolve("data/import")).resolve("realm.json"),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, Resource.text(Keycloak.class, "realm.json", callers.names()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        Command.run("rm", "-rf", folder.toString());
    }
}
