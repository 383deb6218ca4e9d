package id.satuatap.faults.keep;

import id.satuatap.faults.FileCheck;
import id.satuatap.stack.Command;
import id.satuatap.stack.Database;
import id.satuatap.stack.FreePorts;
import id.satuatap.stack.Stack;
import id.satuatap.stack.Waiting;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Types the commands of docs/operations.md. */
final class Operator {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** PostgreSQL alone, on a restored home. */
    record Side(Process process, String url, String password) implements AutoCloseable {

        Connection superuser() throws SQLException {
            return DriverManager.getConnection(url, "postgres", password);
        }

        private boolean answers() throws SQLException {
            try (var connection = superuser()) {
                return connection.isValid(1);
            }
        }

        @Override
        public void close() {
            Command.run("kill", "-INT", Long.toString(process.pid()));
            process.onExit().join();
        }
    }

    private final Stack stack;
    private final Path backup;
    private final Path home;
    private final int port = FreePorts.base();

    Operator(Stack stack, Path folder) {
        this.stack = stack;
        this.backup = folder.resolve("backup");
        this.home = folder.resolve("restored");
        remove(backup);
        remove(home);
    }

    Path home() {
        return home;
    }

    String backup() {
        var ended = run(live(), "infra/backup", backup.toString());
        var bytes = FileCheck.files(backup).stream()
                .mapToLong(file -> file.toFile().length())
                .sum();
        return "%d ms, %d MB".formatted(ended.took().toMillis(), bytes / 1_000_000);
    }

    Command.Ended restoreAll(Path wal, String moment) {
        return run(restored(), "infra/restore", backup.toString(), "--wal", wal.toString(), "--to", moment);
    }

    /** Files never change: those that came after the backup are taken from the disk that is left. */
    void addFiles() {
        Command.run(
                "cp",
                "-an",
                stack.home().resolve("files") + "/.",
                home.resolve("files").toString());
    }

    Command.Ended restoreTenant(Path wal, String moment, String tenant) {
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

    Command.Ended up() {
        return run(restored(), "infra/up", "--detach");
    }

    void down() {
        run(restored(), "infra/down");
        remove(home);
    }

    /** Whether the restored stack shows the tenant's assessments to a machine of the tenant. */
    boolean serves(String tenant) {
        var again = Stack.in(home);
        var token = again.accessToken(again.credentials().client(tenant, "internal-assessor"));
        var request = again.request(tenant, "/api/v1/spbe/assessments").header("Authorization", "Bearer " + token);
        return again.send(request).statusCode() == 200;
    }

    Side database() throws IOException {
        var at = port + 5;
        var command = new ArrayList<String>();
        if ("root".equals(System.getProperty("user.name"))) {
            command.addAll(List.of("unshare", "-U"));
        }
        var program = stack.database().programs().resolve("postgres");
        command.addAll(
                List.of(program.toString(), "-D", home.resolve("postgres/data").toString()));
        for (var setting : List.of("port=" + at, "listen_addresses=127.0.0.1", "unix_socket_directories=")) {
            command.addAll(List.of("-c", setting));
        }
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("log/side.log").toFile())
                .start();
        var url = "jdbc:postgresql://127.0.0.1:%d/%s".formatted(at, Database.PLATFORM);
        var side = new Side(process, url, stack.database().superuserPassword());
        Waiting.until(PATIENCE, side::answers);
        return side;
    }

    private Map<String, String> live() {
        var at = URI.create(stack.gateway()).getPort();
        return Map.of("SATUATAP_HOME", stack.home().toString(), "SATUATAP_PORT", Integer.toString(at));
    }

    private Map<String, String> restored() {
        return Map.of("SATUATAP_HOME", home.toString(), "SATUATAP_PORT", Integer.toString(port), "SATUATAP_AOT", "off");
    }

    private static Command.Ended run(Map<String, String> variables, String... command) {
        var all = new HashMap<>(variables);
        all.put("SATUATAP_BUILD", "skip");
        return Command.ended(all, command);
    }

    private static void remove(Path folder) {
        Command.run("rm", "-rf", folder.toString());
    }
}
