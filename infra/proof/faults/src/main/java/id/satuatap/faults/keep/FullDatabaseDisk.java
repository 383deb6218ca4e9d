package id.satuatap.faults.keep;

import id.satuatap.faults.Answering;
import id.satuatap.faults.Checker;
import id.satuatap.faults.FileCheck;
import id.satuatap.faults.Ground;
import id.satuatap.faults.Reply;
import id.satuatap.stack.Command;
import id.satuatap.stack.Database;
import id.satuatap.stack.Part;
import id.satuatap.stack.Rows;
import id.satuatap.stack.Suite;
import id.satuatap.stack.Waiting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * The database's whole data folder on a disk that fills up: first the tables can't grow, then there is no room for the
 * write-ahead log and PostgreSQL stops. What was acknowledged is kept, and core serves again by itself.
 */
public final class FullDatabaseDisk implements Suite.Section {

    private static final int MORE_MEGABYTES = 96;
    private static final int MOST_WRITES = 400;
    private static final int MOST_SEGMENTS = 40;

    private final Ground ground;

    public FullDatabaseDisk(Ground ground) {
        this.ground = ground;
    }

    @Override
    public void run(Suite.Run run) throws IOException {
        var rows = run.report().of("disk-database");
        var database = ground.stack(run).database();
        var data = database.data();
        var size = FileCheck.files(data).stream()
                        .mapToLong(file -> file.toFile().length())
                        .sum()
                / (1024 * 1024);
        var mounted = SmallDisk.mount(run.folder().resolve("disk-database"), size + MORE_MEGABYTES);
        if (mounted.isEmpty()) {
            rows.notYet("", "a full disk for the database", "mounting is not allowed here");
            return;
        }
        try (var disk = mounted.get()) {
            var there = disk.folder().resolve("data");
            move(database, data, there);
            try {
                fill(run, rows, disk);
            } finally {
                disk.makeRoom();
                comeBack(database, data, there);
            }
        }
        awaitCore(run);
    }

    private void fill(Suite.Run run, Rows rows, SmallDisk disk) {
        var stack = ground.stack(run);
        var core = stack.service(Part.PLATFORM_CORE).pid();
        awaitCore(run);
        var caller = ground.assessor(run, "rejanglebong");
        var assessment = caller.assessment(2033);
        var answers = Answering.atLength(caller, assessment);
        Waiting.until(Ground.PATIENCE, () -> answers.write().status() == 200);
        var begun = write(answers, 40);
        rows.check(statuses(begun).equals(Map.of(200, 40)), "", "with room answers are saved", told(begun));
        disk.fill(0);
        refuses(rows, stack.database(), answers, () -> caller.get(assessment + "/indicators/1"));
        exhaustLog(stack.database());
        saysComeBack(rows, stack.database(), answers);
        disk.makeRoom();
        var since = Instant.now();
        var byItself = Waiting.until(Duration.ofSeconds(10), stack.database()::answers);
        if (!byItself) {
            startAgain(stack.database());
        }
        var saved = Waiting.until(Ground.PATIENCE, () -> answers.write().status() == 200);
        var took = Waiting.seconds(since);
        var verdict = new Checker(stack).check(caller.recorder().writes(), true);
        rows.check(
                saved && verdict.isGood() && stack.service(Part.PLATFORM_CORE).pid() == core,
                "",
                "with room again (PostgreSQL %s) core saves without a restart, and all that was acknowledged is kept once"
                        .formatted(byItself ? "recovers by itself" : "started again"),
                "%s, after %s",
                verdict,
                took);
    }

    private static void refuses(Rows rows, Database database, Answering answers, Supplier<Reply> reading) {
        var full = new ArrayList<Reply>();
        Waiting.until(Ground.PATIENCE, () -> {
            full.add(answers.write());
            return full.getLast().status() != 200 || full.size() == MOST_WRITES;
        });
        full.addAll(write(answers, 5));
        var read = reading.get().status();
        rows.check(
                areCleanRefusals(full) && full.stream().anyMatch(Reply::failed) && (read == 200 || !database.answers()),
                "",
                "tables can't grow: writes are refused in a sentence, reading goes on",
                "%s, reading %d",
                told(full),
                read);
    }

    private static void saysComeBack(Rows rows, Database database, Answering answers) {
        var down = new ArrayList<Reply>();
        Waiting.until(Duration.ofSeconds(20), () -> {
            down.add(answers.write());
            return down.getLast().status() == 503;
        });
        rows.check(
                areCleanRefusals(down) && down.stream().allMatch(reply -> reply.retryAfter() || reply.status() == 200),
                "",
                "no room for the log: PostgreSQL is %s, writes get 503 with Retry-After"
                        .formatted(database.answers() ? "up" : "down"),
                told(down));
    }

    private static List<Reply> write(Answering answers, int times) {
        return Collections.nCopies(times, answers).stream()
                .map(Answering::write)
                .toList();
    }

    private static boolean areCleanRefusals(List<Reply> replies) {
        return List.of(200, 503, 507).containsAll(statuses(replies).keySet());
    }

    private static Map<Integer, Integer> statuses(List<Reply> replies) {
        var counts = new TreeMap<Integer, Integer>();
        replies.forEach(reply -> counts.merge(reply.status(), 1, Integer::sum));
        return counts;
    }

    private static String told(List<Reply> replies) {
        return "%s, such as %s".formatted(statuses(replies), replies.getLast());
    }

    /** Uses up the segments of the log that are there already, until there is no room for the next. */
    private static void exhaustLog(Database database) {
        try {
            database.execute(Collections.nCopies(
                            MOST_SEGMENTS, "select pg_logical_emit_message(false, 'fill', 'x'), pg_switch_wal()")
                    .toArray(String[]::new));
        } catch (IllegalStateException gone) {
            // that is what was wanted
        }
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

    private void awaitCore(Suite.Run run) {
        Waiting.until(Ground.PATIENCE, ground.stack(run).service(Part.PLATFORM_CORE)::isReady);
    }

    private static void move(Database database, Path data, Path to) throws IOException {
        database.stop();
        copy(data, to);
        Files.move(data, data.resolveSibling("data.aside"));
        Files.createSymbolicLink(data, to);
        database.start();
    }

    private static void comeBack(Database database, Path data, Path from) throws IOException {
        if (!database.answers()) {
            startAgain(database);
        }
        database.stop();
        Files.delete(data);
        copy(from, data);
        Command.run("rm", "-rf", data.resolveSibling("data.aside").toString());
        database.start();
    }

    private static void copy(Path from, Path to) {
        Command.run("cp", "-a", from.toString(), to.toString());
    }
}
