package id.satuatap.launcher.database;

import id.satuatap.launcher.home.Folders;
import id.satuatap.launcher.home.Home;
import id.satuatap.launcher.process.BackgroundProcess;
import id.satuatap.launcher.process.ChildProcess;
import id.satuatap.launcher.process.LogTail;
import id.satuatap.launcher.process.RecordedProcess;
import id.satuatap.launcher.settings.CannotStart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The embedded PostgreSQL: its data lies in the home and outlives every start. It listens on the loopback only, asks
 * for passwords, and syncs to disk like any other server.
 */
public final class LocalPostgres {

    public static final String LABEL = "postgresql";

    private static final String SUPERUSER = "postgres";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration POLL = Duration.ofMillis(50);
    private static final String WRONG_PASSWORD = "28P01";

    private final Home home;
    private final int port;
    private final String password;
    private final PostgresData data;

    public LocalPostgres(Home home, int port, String password) {
        this.home = home;
        this.port = port;
        this.password = password;
        this.data = new PostgresData(home);
    }

    /** Starts the server, or finds it running, and returns when it answers. */
    public DatabaseServer start() {
        return start(PATIENCE);
    }

    /** The same, for one that has a long way to recover. */
    public DatabaseServer start(Duration patience) {
        var server = server(port, password);
        if (running(home).isEmpty()) {
            Folders.deleteUnfinished(home.postgres());
            var program = PostgresProgram.in(home.postgres());
            data.prepare(program, SUPERUSER, password);
            await(server, launch(program), patience);
        }
        return server;
    }

    public static DatabaseServer server(int port, String password) {
        return new DatabaseServer("127.0.0.1", port, "postgres", SUPERUSER, password);
    }

    /** The server of this home, if it runs: PostgreSQL itself notes its process number and start time. */
    public static Optional<RecordedProcess> running(Home home) {
        var file = new PostgresData(home).folder().resolve("postmaster.pid");
        try {
            var lines = Files.exists(file) ? Files.readAllLines(file) : List.<String>of();
            if (lines.size() < 3) {
                return Optional.empty();
            }
            var started = Instant.ofEpochSecond(Long.parseLong(lines.get(2).strip()));
            return Optional.of(new RecordedProcess(Long.parseLong(lines.get(0).strip()), started, LABEL))
                    .filter(process -> process.alive().isPresent());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A fast, clean shutdown: open transactions are rolled back, everything is written. */
    public static void stop(Home home) {
        var running = running(home);
        if (running.isEmpty()) {
            return;
        }
        var process = running.get();
        interrupt(process);
        if (!process.endsWithin(PATIENCE)) {
            throw new CannotStart("PostgreSQL tidak berhenti. / PostgreSQL (process %d) does not stop; its log: %s"
                    .formatted(process.pid(), home.log(LABEL)));
        }
    }

    /** Java can only terminate, which means "wait for all clients" to PostgreSQL; interrupt means "fast". */
    private static void interrupt(RecordedProcess process) {
        try {
            ChildProcess.exitCode(new ProcessBuilder("sh", "-c", "kill -INT " + process.pid()).start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Process launch(PostgresProgram program) {
        var command = program.command(
                "postgres",
                "-D",
                data.folder().toString(),
                "--port=" + port,
                "--listen_addresses=127.0.0.1",
                "--unix_socket_directories=",
                "--max_connections=200",
                "--timezone=UTC",
                "--log_timezone=UTC");
        return BackgroundProcess.start(command, Map.of("LC_ALL", "C"), home, LABEL);
    }

    private void await(DatabaseServer server, Process process, Duration patience) {
        var deadline = Instant.now().plus(patience);
        while (!answers(server)) {
            if (ChildProcess.endsWithin(process, POLL) || Instant.now().isAfter(deadline)) {
                throw new CannotStart(
                        "PostgreSQL tidak mau mulai. / PostgreSQL does not start; the last lines of %s:\n%s"
                                .formatted(home.log(LABEL), LogTail.of(home.log(LABEL))));
            }
        }
    }

    private boolean answers(DatabaseServer server) {
        try (var connection = server.connect()) {
            return connection.isValid(1);
        } catch (SQLException e) {
            if (WRONG_PASSWORD.equals(e.getSQLState())) {
                throw new CannotStart(
                        "Kata sandi basis data tidak cocok. / %s does not belong to the data beside it: restore it, or begin anew with --fresh --yes."
                                .formatted(home.secrets()),
                        e);
            }
            return false;
        }
    }
}
