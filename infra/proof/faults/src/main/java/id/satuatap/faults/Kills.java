package id.satuatap.faults;

import id.satuatap.stack.Database;
import id.satuatap.stack.Part;
import id.satuatap.stack.Report.Outcome;
import id.satuatap.stack.Stack;
import id.satuatap.stack.Suite;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** {@code kill -9} of core, gateway and database under load, in turn and together: what was acknowledged is there, once. */
final class Kills implements Suite.Section {

    private static final String NAME = "kill";

    private enum Victim {
        CORE,
        DATABASE,
        GATEWAY
    }

    private static final List<List<Victim>> TURNS = List.of(
            List.of(Victim.CORE),
            List.of(Victim.GATEWAY),
            List.of(Victim.DATABASE),
            List.of(Victim.GATEWAY, Victim.CORE, Victim.DATABASE),
            List.of(Victim.DATABASE, Victim.GATEWAY, Victim.CORE));

    private static final int KILLS = 100;
    private static final int WRITES = 30_000;
    private static final int WRITES_EACH = 600;
    private static final Duration LONGEST_WORK = Duration.ofSeconds(9);
    private static final Duration TRAINING = Duration.ofSeconds(15);
    private static final int SHORT_TURNS = 3;
    private static final Duration LONGEST_RUN = Duration.ofMinutes(24);
    private static final Duration READY = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Ground ground;
    private final Random random = new Random(7);
    private final Map<String, List<Duration>> ready = new TreeMap<>();
    private int kills;

    Kills(Ground ground) {
        this.ground = ground;
    }

    @Override
    public void run(Suite.Run run) throws Exception {
        var stack = ground.stack(run);
        var checker = new Checker(stack);
        checkSettings(run, stack);
        if (!run.isShort()) {
            for (var part : List.of(Part.PLATFORM_CORE, Part.GATEWAY)) {
                QuickStart.record(
                        stack.service(part), run.folder().resolve(part.label() + ".aot"), () -> writeForAWhile(run));
            }
        }
        var straysBefore = checker.strayFiles();
        var since = Instant.now();
        Recorder recorder;
        try (var load = ground.load(run)) {
            recorder = load.recorder();
            for (var turn = 0; goesOn(run, turn, recorder, since); turn++) {
                Waiting.pass(Duration.ofMillis(1000 + random.nextInt(1500)));
                work(run, recorder);
                strike(TURNS.get(turn % TURNS.size()), stack, recorder);
            }
            Waiting.pass(Duration.ofSeconds(1));
        }
        var took = Duration.between(since, Instant.now());
        report(run, checker.check(recorder.writes(), run.isShort()), checker.strayFiles() - straysBefore, took);
    }

    private void writeForAWhile(Suite.Run run) {
        try (var load = ground.load(run)) {
            Waiting.pass(TRAINING);
        }
    }

    private boolean goesOn(Suite.Run run, int turn, Recorder recorder, Instant since) {
        if (run.isShort()) {
            return turn < SHORT_TURNS;
        }
        return (kills < KILLS || recorder.acknowledged() < WRITES)
                && Instant.now().isBefore(since.plus(LONGEST_RUN));
    }

    /** Between two strikes of a full run there is work enough for both figures to be reached together. */
    private static void work(Suite.Run run, Recorder recorder) {
        if (!run.isShort()) {
            var before = recorder.acknowledged();
            Waiting.until(LONGEST_WORK, () -> recorder.acknowledged() >= before + WRITES_EACH);
        }
    }

    private void strike(List<Victim> victims, Stack stack, Recorder recorder) {
        var core = stack.service(Part.PLATFORM_CORE);
        var gateway = stack.service(Part.GATEWAY);
        for (var victim : victims) {
            switch (victim) {
                case CORE -> core.kill();
                case GATEWAY -> gateway.kill();
                case DATABASE -> stack.database().kill();
            }
            kills++;
        }
        var since = Instant.now();
        for (var victim : victims) {
            switch (victim) {
                case CORE -> core.start();
                case GATEWAY -> gateway.start();
                case DATABASE -> stack.database().start();
            }
        }
        var took = recorder.goodAfter(since, PATIENCE)
                .orElseThrow(
                        () -> new AssertionError("no write succeeds within %s of %s".formatted(PATIENCE, victims)));
        var together = victims.size() == 1 ? victims.getFirst().name().toLowerCase(Locale.ROOT) : "all three at once";
        ready.computeIfAbsent(together, any -> new ArrayList<>()).add(took);
    }

    private void report(Suite.Run run, Verdict verdict, long strays, Duration took) {
        var report = run.report();
        report.check(
                verdict.isGood(),
                NAME,
                "F01",
                "kill -9 of core, gateway, database under load: acknowledged is there once, unknown at most once",
                "%d kills in %d s; %s".formatted(kills, took.toSeconds(), verdict));
        if (!run.isShort()) {
            report.add(
                    NAME,
                    "F02",
                    "at least %d kills and %,d acknowledged writes".formatted(KILLS, WRITES),
                    kills >= KILLS && verdict.acknowledged() >= WRITES ? Outcome.PASSED : Outcome.SHORT,
                    "%d kills, %,d acknowledged".formatted(kills, verdict.acknowledged()));
        }
        ready.forEach((started, times) -> {
            var sorted = times.stream().sorted().toList();
            var slow = sorted.getLast().compareTo(READY) > 0;
            report.add(
                    NAME,
                    "F03",
                    "from the command that starts it to the first good write in 10 s: " + started,
                    run.isShort() ? Outcome.TOLD : slow ? Outcome.SHORT : Outcome.PASSED,
                    "median %,d ms, longest %,d ms of %d"
                            .formatted(
                                    sorted.get(sorted.size() / 2).toMillis(),
                                    sorted.getLast().toMillis(),
                                    sorted.size()));
        });
        report.add(
                NAME,
                "F04",
                "files in the store that no register knows",
                Outcome.TOLD,
                "%d after %d kills".formatted(strays, kills));
    }

    /** Without these a kill proves nothing about a power cut. */
    private static void checkSettings(Suite.Run run, Stack stack) throws SQLException {
        var seen = new ArrayList<String>();
        try (var connection = stack.database().superuser(Database.PLATFORM);
                var statement = connection.createStatement()) {
            for (var setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
                try (var rows = statement.executeQuery("show " + setting)) {
                    rows.next();
                    seen.add(setting + " " + rows.getString(1));
                }
            }
        }
        run.report()
                .check(
                        seen.stream().allMatch(setting -> setting.endsWith(" on")),
                        NAME,
                        "F00",
                        "the database syncs every commit",
                        String.join(", ", seen));
    }
}
