package id.satuatap.bench.edge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * Keycloak as identity's peer: its production mode as its makers ship it (collector and heap included: half a gigabyte),
 * one node without clustering, health and metrics on as ours, a database of its own in the same server, its own defaults
 * for everything else. It is built and run by the Java that runs this, since no other of the supported ones need be there.
 */
final class Keycloak implements AutoCloseable {

    /** Else its threads end with an error where Java is newer than 23. */
    private static final String FOR_NEWER_JAVA = "--add-opens=java.base/java.lang=ALL-UNNAMED";

    private static final Map<String, String> ALWAYS = Map.of(
            "JAVA_HOME", System.getProperty("java.home"),
            "JAVA_OPTS_APPEND", FOR_NEWER_JAVA,
            "KC_DB", "postgres",
            "KC_CACHE", "local",
            "KC_HEALTH_ENABLED", "true",
            "KC_METRICS_ENABLED", "true",
            "KC_HTTP_ENABLED", "true",
            "KC_HTTP_HOST", "127.0.0.1",
            "KC_HOSTNAME_STRICT", "false");

    private static final Duration TO_BUILD = Duration.ofMinutes(10);
    private static final Duration TO_START = Duration.ofMinutes(5);

    private final int port;
    private final Process process;

    private Keycloak(int port, Process process) {
        this.port = port;
        this.process = process;
    }

    /** For these settings; once, before it is started. Its log begins anew. */
    static void build(KeycloakFiles files, Path log) {
        try {
            Files.deleteIfExists(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        build(launch(files, ALWAYS, log, "build"), log);
    }

    /** What has been built. */
    static Keycloak start(KeycloakFiles files, PeerDatabase database, Callers callers, Path log) {
        var port = Nginx.freePort();
        var management = Nginx.freePort();
        var settings = new HashMap<>(ALWAYS);
        settings.putAll(Map.of(
                "KC_DB_URL", database.url(),
                "KC_DB_USERNAME", database.name(),
                "KC_DB_PASSWORD", database.password(),
                "KC_HTTP_PORT", Integer.toString(port),
                "KC_HTTP_MANAGEMENT_PORT", Integer.toString(management)));
        files.realm(KeycloakRealm.of(callers));
        var keycloak = new Keycloak(port, launch(files, settings, log, "start", "--optimized", "--import-realm"));
        Runtime.getRuntime().addShutdownHook(new Thread(keycloak::close));
        try {
            keycloak.awaitReady("http://127.0.0.1:%d/health/ready".formatted(management), log);
        } catch (RuntimeException e) {
            keycloak.close();
            throw e;
        }
        return keycloak;
    }

    TokenServer server(Callers callers) {
        var url = "http://127.0.0.1:%d/realms/%s/protocol/openid-connect/".formatted(port, KeycloakRealm.NAME);
        return new TokenServer(url + "auth", url + "token", callers);
    }

    @Override
    public void close() {
        end(process);
    }

    /** The virtual machine first: the script only waits for it. */
    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().onExit().join();
    }

    private static void build(Process build, Path log) {
        try {
            if (!build.waitFor(TO_BUILD.toSeconds(), TimeUnit.SECONDS) || build.exitValue() != 0) {
                throw new IllegalStateException("Keycloak is not built; its log: " + log);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            end(build);
        }
    }

    private static Process launch(KeycloakFiles files, Map<String, String> settings, Path log, String... words) {
        try {
            var command = Stream.concat(
                    Stream.of("sh", files.home().resolve("bin/kc.sh").toString()), Stream.of(words));
            var builder = new ProcessBuilder(command.toList())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().putAll(settings);
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitReady(String health, Path log) {
        var deadline = Instant.now().plus(TO_START);
        while (!isReady(health)) {
            if (Instant.now().isAfter(deadline) || !process.isAlive()) {
                throw new IllegalStateException("Keycloak does not start; its log: " + log);
            }
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
    }

    private static boolean isReady(String health) {
        try {
            return Http.send(HttpRequest.newBuilder(URI.create(health)).build()).statusCode() == 200;
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }
}
