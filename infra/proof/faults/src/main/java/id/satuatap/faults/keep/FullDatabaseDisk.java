package id.satuatap.faults.keep;

import id.satuatap.stack.Database;
import id.satuatap.stack.Part;
import id.satuatap.stack.Stack;
import id.satuatap.stack.Suite;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The database's whole data folder on a disk that fills up: first the tables can't grow, then there is no room for the
 * write-ahead log and PostgreSQL stops. What was acknowledged is kept, and core serves again by itself.
 */
public final class FullDatabaseDisk implements Suite.Section {

    private static final String SECTION = "disk-database";
    private static final int MORE_MEGABYTES = 96;
    private static final int MOST_WRITES = 400;
    private static final int MOST_SEGMENTS = 40;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Override
    public void run(Suite.Run run) throws Exception {
        var database = run.stack().database();
        var data = database.data();
        var size = bytes(data) / (1024 * 1024);
        var mounted = SmallDisk.mount(run.folder().resolve("disk-database"), (int) size + MORE_MEGABYTES);
        if (mounted.isEmpty()) {
            run.report().notYet(SECTION, "", "a full disk for the database", "mounting is not allowed here");
            return;
        }
        try (var disk = mounted.get()) {
            move(database, data, disk.folder().resolve("data"));
            try {
                fill(run, disk);
            } finally {
                disk.makeRoom();
                comeBack(database, data, disk.folder().resolve("data"));
            }
        }
        Patience.until(PATIENCE, () -> run.stack().service(Part.PLATFORM_CORE).isReady());
    }

    private static void fill(Suite.Run run, SmallDisk disk) throws Exception {
        var stack = run.stack();
        var report = run.report();
        var core = stack.service(Part.PLATFORM_CORE).pid();
        Patience.until(PATIENCE, () -> stack.service(Part.PLATFORM_CORE).isReady());
        var door = Door.core(stack, "rejanglebong"); // the gateway would count our requests, too
        var assessment = Sample.assessment(door, 2033);
        var answers = new Answers(door, assessment);
        Patience.until(PATIENCE, () -> answers.save().status() == 200);
        for (var i = 0; i < 40; i++) {
            answers.save();
        }
        report.check(
                answers.acknowledged() >= 40,
                SECTION,
                "",
                "with room answers are saved",
                Answers.statuses(answers.writes()) + last(answers.writes()));

        disk.fill(0);
        var full = untilRefused(answers);
        var read = door.get(Sample.ASSESSOR, assessment + "/indicators/1").statusCode();
        report.check(
                Answers.onlyCleanRefusals(full)
                        && full.stream().anyMatch(write -> write.status() != 200)
                        && (read == 200 || !stack.database().answers()),
                SECTION,
                "",
                "tables can't grow: writes are refused in a sentence, reading goes on",
                "%s, reading %d, such as %s".formatted(Answers.statuses(full), read, last(full)));

        exhaustLog(stack);
        var stopped = answers.writes().size();
        Patience.until(Duration.ofSeconds(20), () -> answers.save().status() == 503);
        var down = answers.writes().subList(stopped, answers.writes().size());
        report.check(
                Answers.onlyCleanRefusals(down)
                        && down.stream().allMatch(write -> write.retryAfter() || write.status() == 200),
                SECTION,
                "",
                "no room for the log: PostgreSQL is %s, writes get 503 with Retry-After"
                        .formatted(stack.database().answers() ? "up" : "down"),
                "%s, %s".formatted(Answers.statuses(down), last(down)));

        disk.makeRoom();
        var since = Instant.now();
        var byItself = Patience.until(Duration.ofSeconds(10), stack.database()::answers);
        if (!byItself) {
            startAgain(stack.database());
        }
        var saved = Patience.until(Duration.ofSeconds(60), () -> answers.save().status() == 200);
        var faults = answers.faults(stack);
        report.check(
                saved && faults.isEmpty() && stack.service(Part.PLATFORM_CORE).pid() == core,
                SECTION,
                "",
                "with room again (PostgreSQL %s) core saves without a restart, and all that was acknowledged is kept once"
                        .formatted(byItself ? "recovers by itself" : "started again"),
                "%d acknowledged of %d, faults %s, after %s"
                        .formatted(answers.acknowledged(), answers.writes().size(), faults, Patience.seconds(since)));
    }

    /** What is left of the server may hang, half stopped: it is ended like a crashed one, as {@code infra/up} would. */
    private static void startAgain(Database database) {
        try {
            database.kill();
        } catch (UncheckedIOException ended) {
            // its process number went with it
        }
        database.start();
    }

    private static List<Answers.Write> untilRefused(Answers answers) {
        var from = answers.writes().size();
        for (var i = 0; i < MOST_WRITES && answers.save().status() == 200; i++) {}
        for (var i = 0; i < 5; i++) {
            answers.save();
        }
        return answers.writes().subList(from, answers.writes().size());
    }

    /** Uses up the segments of the log that are there already, until there is no room for the next. */
    private static void exhaustLog(Stack stack) {
        try (var connection = stack.database().superuser(Database.PLATFORM);
                var statement = connection.createStatement()) {
            for (var i = 0; i < MOST_SEGMENTS; i++) {
                statement.execute("select pg_logical_emit_message(false, 'fill', 'x'), pg_switch_wal()");
            }
        } catch (SQLException gone) {
            // that is what was wanted
        }
    }

    private static String last(List<Answers.Write> writes) {
        return writes.isEmpty() ? "-" : writes.getLast().body().replaceAll("\\s+", " ");
    }

    private static void move(Database database, Path data, Path to) throws IOException, InterruptedException {
        database.stop();
        copy(data, to);
        Files.move(data, data.resolveSibling("data.aside"));
        Files.createSymbolicLink(data, to);
        database.start();
    }

    private static void comeBack(Database database, Path data, Path from) throws IOException, InterruptedException {
        if (database.answers()) {
            database.stop();
        } else {
            startAgain(database);
            database.stop();
        }
        Files.delete(data);
        copy(from, data);
        new ProcessBuilder("rm", "-rf", data.resolveSibling("data.aside").toString())
                .start()
                .waitFor();
        database.start();
    }

    private static void copy(Path from, Path to) throws IOException, InterruptedException {
        if (new ProcessBuilder("cp", "-a", from.toString(), to.toString())
                        .start()
                        .waitFor()
                != 0) {
            throw new IOException("Cannot copy %s to %s".formatted(from, to));
        }
    }

    private static long bytes(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }
}
