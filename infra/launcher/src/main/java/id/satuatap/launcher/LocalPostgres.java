package id.satuatap.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The embedded PostgreSQL: its data lies in the home and outlives every start. It listens on the loopback only, asks
 * for passwords, and syncs to disk like any other server.
 */
final class LocalPostgres {

    static final String LABEL = "postgresql";

    private static final String SUPERUSER = "postgres";
    private static final String MAJOR_VERSION = "18";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int POLL_MILLIS = 50;

    private final Home home;
    private final int port;
    private final String password;
    private final Path data;

    LocalPostgres(Home home, int port, String password) {
        this.home = home;
        this.port = port;
        this.password = password;
        this.data = home.postgres().resolve("data");
    }

    /** Starts the server, or finds it running, and returns when it answers. */
    DatabaseServer start() {
        return start(PATIENCE);
    }

    /** The same, for one that has a long way to recover. */
    DatabaseServer start(Duration patience) {
        var server = server(port, password);
        if (running(home).isEmpty()) {
            Home.deleteUnfinished(home.postgres());
            var program = PostgresProgram.in(home.postgres());
            prepareData(program);
            forgetDeadServer();
            await(server, launch(program), patience);
        }
        return server;
    }

    static DatabaseServer server(int port, String password) {
        return new DatabaseServer("127.0.0.1", port, "postgres", SUPERUSER, password);
    }

    /** The server of this home, if it runs: PostgreSQL itself notes its process number and start time. */
    static Optional<OwnProcess> running(Home home) {
        var file = home.postgres().resolve("data/postmaster.pid");
        try {
            var lines = Files.exists(file) ? Files.readAllLines(file) : List.<String>of();
            if (lines.size() < 3) {
                return Optional.empty();
            }
            var started = Instant.ofEpochSecond(Long.parseLong(lines.get(2).strip()));
            return Optional.of(new OwnProcess(Long.parseLong(lines.get(0).strip()), started, LABEL))
                    .filter(process -> process.alive().isPresent());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A fast, clean shutdown: open transactions are rolled back, everything is written. */
    static void stop(Home home) {
        var running = running(home);
        if (running.isEmpty()) {
            return;
        }
        var process = running.get();
        try {
            // Java can only terminate, which means "wait for all clients" to PostgreSQL; interrupt means "fast".
            new ProcessBuilder("sh", "-c", "kill -INT " + process.pid()).start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!process.endsWithin(PATIENCE)) {
            throw new CannotStart("PostgreSQL tidak berhenti. / PostgreSQL (process %d) does not stop; its log: %s"
                    .formatted(process.pid(), home.log(LABEL)));
        }
    }

    private void prepareData(PostgresProgram program) {
        if (!Files.exists(data)) {
            initialize(program);
        }
        try {
            var version = data.resolve("PG_VERSION");
            if (!Files.exists(version) || !Files.readString(version).strip().equals(MAJOR_VERSION)) {
                throw new CannotStart(
                        "Folder data %s tidak utuh. / It is no data folder of PostgreSQL %s: restore it, or begin anew with --fresh --yes."
                                .formatted(data, MAJOR_VERSION));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Under a temporary name first, so that a kill half-way leaves nothing that would be taken for data. */
    private void initialize(PostgresProgram program) {
        var unfinished = Home.unfinished(data);
        var passwordFile = home.run("initdb");
        var log = home.log("initdb");
        try {
            PrivateJson.write(passwordFile, password);
            Files.writeString(passwordFile, password + "\n");
            var command = program.command(
                    "initdb",
                    "--pgdata=" + unfinished,
                    "--username=" + SUPERUSER,
                    "--pwfile=" + passwordFile,
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    "--locale=C",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8");
            if (Background.start(command, Map.of("LC_ALL", "C"), home, "initdb").waitFor() != 0) {
                throw new CannotStart("initdb gagal. / initdb failed:\n" + LogTail.of(log));
            }
            Files.delete(passwordFile);
            Files.move(unfinished, data, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("Dihentikan. / Stopped.", e);
        }
    }

    /** After a crash the number in this file may belong to somebody else by now, and PostgreSQL would hesitate. */
    private void forgetDeadServer() {
        try {
            Files.deleteIfExists(data.resolve("postmaster.pid"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Process launch(PostgresProgram program) {
        var command = program.command(
                "postgres",
                "-D",
                data.toString(),
                "-c",
                "port=" + port,
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "unix_socket_directories=",
                "-c",
                "max_connections=200",
                "-c",
                "timezone=UTC",
                "-c",
                "log_timezone=UTC");
        return Background.start(command, Map.of("LC_ALL", "C"), home, LABEL);
    }

    private void await(DatabaseServer server, Process process, Duration patience) {
        var deadline = Instant.now().plus(patience);
        while (Instant.now().isBefore(deadline)) {
            try (var connection = server.connect()) {
                if (connection.isValid(1)) {
                    return;
                }
            } catch (SQLException e) {
                if ("28P01".equals(e.getSQLState())) {
                    throw new CannotStart(
                            "Kata sandi basis data tidak cocok. / %s does not belong to the data beside it: restore it, or begin anew with --fresh --yes."
                                    .formatted(home.secrets()),
                            e);
                }
            }
            if (hasEndedWithin(process)) {
                break;
            }
        }
        throw new CannotStart("PostgreSQL tidak mau mulai. / PostgreSQL does not start; the last lines of %s:\n%s"
                .formatted(home.log(LABEL), LogTail.of(home.log(LABEL))));
    }

    private static boolean hasEndedWithin(Process process) {
        try {
            return process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
