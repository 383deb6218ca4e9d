package id.satuatap.faults.keep;

import id.satuatap.stack.Database;
import id.satuatap.stack.Stack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Types the commands of docs/operations.md. */
final class Operator {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int DATABASE = 5;

    /** How a command ended. */
    record Ended(int exit, Duration took, String said, long megabytes) {

        @Override
        public String toString() {
            return "%.1f s".formatted(took.toMillis() / 1000.0) + (megabytes > 0 ? ", %d MB".formatted(megabytes) : "");
        }
    }

    /** PostgreSQL alone, on a restored home. */
    record Side(Process process, String url, String password) implements AutoCloseable {

        Connection superuser() throws SQLException {
            return DriverManager.getConnection(url, "postgres", password);
        }

        @Override
        public void close() {
            try {
                new ProcessBuilder("kill", "-INT", Long.toString(process.pid()))
                        .start()
                        .waitFor();
                process.waitFor();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private final Stack stack;
    private final Path backup;
    private final Path home;
    private final int port;

    Operator(Stack stack, Path folder) throws IOException, InterruptedException {
        this.stack = stack;
        this.backup = folder.resolve("backup");
        this.home = folder.resolve("restored");
        this.port = freePort();
        remove(backup);
        remove(home);
    }

    Path home() {
        return home;
    }

    Ended backup() throws IOException, InterruptedException {
        var ended = run(live(), "infra/backup", backup.toString());
        return new Ended(ended.exit, ended.took, ended.said, bytes(backup) / 1_000_000);
    }

    Ended restoreAll(Path wal, String moment) throws IOException, InterruptedException {
        return run(restored(), "infra/restore", backup.toString(), "--wal", wal.toString(), "--to", moment);
    }

    /** Files never change: those that came after the backup are taken from the disk that is left. */
    void addFiles() throws IOException, InterruptedException {
        new ProcessBuilder(
                        "cp",
                        "-an",
                        stack.home().resolve("files") + "/.",
                        home.resolve("files").toString())
                .start()
                .waitFor();
    }

    Ended restoreTenant(Path wal, String moment, String tenant) throws IOException, InterruptedException {
        return run(
                live(),
                "infra/restore",
                backup.toString(),
                "--wal",
                wal.toString(),
                "--to",
                moment,
                "--tenant",
                tenant,
                "--by",
                "Uji Pemulihan");
    }

    Ended up() throws IOException, InterruptedException {
        return run(restored(), "infra/up", "--detach");
    }

    void down() throws IOException, InterruptedException {
        run(restored(), "infra/down");
        remove(home);
    }

    /** Whether the restored stack shows the tenant's assessments to a machine of the tenant. */
    boolean serves(String tenant) {
        return Door.gateway(Stack.in(home), tenant)
                        .get(Sample.ASSESSOR, "/api/v1/spbe/assessments")
                        .statusCode()
                == 200;
    }

    Side database() throws IOException {
        var database = home.resolve("postgres/data");
        var command = new ArrayList<String>();
        if ("root".equals(System.getProperty("user.name"))) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.addAll(List.of(stack.database().programs().resolve("postgres").toString(), "-D", database.toString()));
        for (var setting :
                List.of("port=" + (port + DATABASE), "listen_addresses=127.0.0.1", "unix_socket_directories=")) {
            command.addAll(List.of("-c", setting));
        }
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("log/side.log").toFile())
                .start();
        var side = new Side(
                process,
                "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port + DATABASE, Database.PLATFORM),
                stack.database().superuserPassword());
        Patience.until(PATIENCE, () -> {
            try (var connection = side.superuser()) {
                return connection.isValid(1);
            }
        });
        return side;
    }

    private Map<String, String> live() {
        return Map.of(
                "SATUATAP_HOME",
                stack.home().toString(),
                "SATUATAP_PORT",
                Integer.toString(URI.create(stack.gateway()).getPort()));
    }

    private Map<String, String> restored() {
        return Map.of("SATUATAP_HOME", home.toString(), "SATUATAP_PORT", Integer.toString(port), "SATUATAP_AOT", "off");
    }

    private static Ended run(Map<String, String> variables, String... command)
            throws IOException, InterruptedException {
        var since = Instant.now();
        var builder = new ProcessBuilder(List.of(command))
                .directory(Stack.root().toFile())
                .redirectErrorStream(true);
        builder.environment().putAll(new HashMap<>(variables));
        builder.environment().put("SATUATAP_BUILD", "skip");
        var process = builder.start();
        var said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        var exit = process.waitFor();
        return new Ended(
                exit, Duration.between(since, Instant.now()), said.strip().replaceAll("\\s+", " "), 0);
    }

    static Path empty(Path folder) throws IOException, InterruptedException {
        remove(folder);
        return Files.createDirectories(folder);
    }

    private static void remove(Path folder) throws IOException, InterruptedException {
        new ProcessBuilder("rm", "-rf", folder.toString()).start().waitFor();
    }

    private static long bytes(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return 0;
        }
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    /** The first of seven that are likely to be free together. */
    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return Math.max(10_000, socket.getLocalPort() - 7);
        }
    }
}
