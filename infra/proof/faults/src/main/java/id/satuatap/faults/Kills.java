package id.satuatap.faults;

import id.satuatap.stack.Part;
import id.satuatap.stack.Rows;
import id.satuatap.stack.Stack;
import id.satuatap.stack.Suite;
import id.satuatap.stack.Waiting;
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
    private static final int SHORT_TURNS = 3;
    private static final Duration LONGEST_WORK = Duration.ofSeconds(9);
    private static final Duration LONGEST_RUN = Duration.ofMinutes(24);
    private static final Duration TRAINING = Duration.ofSeconds(15);
    private static final Duration READY = Duration.ofSeconds(10);

    private final Ground ground;
    private final Random random = new Random(7);
    private final Map<String, List<Duration>> ready = new TreeMap<>();
    private int kills;

    Kills(Ground ground) {
        this.ground = ground;
    }

    @Override
    public void run(Suite.Run run) {
        var stack = ground.stack(run);
        var rows = run.report().of("kill");
        checkSettings(rows, stack);
        if (!run.isShort()) {
            for (var part : List.of(Part.PLATFORM_CORE, Part.GATEWAY)) {
                var cache = run.folder().resolve(part.label() + ".aot");
                stack.service(part).startFromCache(cache, () -> writeForAWhile(run));
            }
        }
        var checker = new Checker(stack);
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
        tell(rows, checker.check(recorder.writes(), run.isShort()), took, run.isShort());
        rows.told(
                "F04",
                "files in the store that no register knows",
                "%d after %d kills",
                checker.strayFiles() - straysBefore,
                kills);
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
        var took = recorder.goodAfter(since, Ground.PATIENCE)
                .orElseThrow(() -> new AssertionError("no write succeeds after " + victims));
        var together = victims.size() == 1 ? victims.getFirst().name().toLowerCase(Locale.ROOT) : "all three at once";
        ready.computeIfAbsent(together, any -> new ArrayList<>()).add(took);
    }

    private void tell(Rows rows, Verdict verdict, Duration took, boolean isShort) {
        rows.check(
                verdict.isGood(),
                "F01",
                "kill -9 of core, gateway, database under load: acknowledged is there once, unknown at most once",
                "%d kills in %d s; %s",
                kills,
                took.toSeconds(),
                verdict);
        if (!isShort) {
            rows.reach(
                    kills >= KILLS && verdict.acknowledged() >= WRITES,
                    "F02",
                    "at least 100 kills and 30,000 acknowledged writes",
                    "%d kills, %,d acknowledged",
                    kills,
                    verdict.acknowledged());
        }
        ready.forEach(
                (started, times) -> tell(rows, started, times.stream().sorted().toList(), isShort));
    }

    private static void tell(Rows rows, String started, List<Duration> sorted, boolean isShort) {
        var what = "from the command that starts it to the first good write in 10 s: " + started;
        var figure = "median %,d ms, longest %,d ms of %d"
                .formatted(
                        sorted.get(sorted.size() / 2).toMillis(),
                        sorted.getLast().toMillis(),
                        sorted.size());
        if (isShort) {
            rows.told("F03", what, figure);
        } else {
            rows.reach(sorted.getLast().compareTo(READY) <= 0, "F03", what, figure);
        }
    }

    /** Without these a kill proves nothing about a power cut. */
    private static void checkSettings(Rows rows, Stack stack) {
        var off = stack.database().rows("""
                select name || ' ' || setting from pg_settings
                 where name in ('fsync', 'synchronous_commit', 'full_page_writes') and setting <> 'on'
                """);
        rows.check(off.isEmpty(), "F00", "the database syncs every commit", off.isEmpty() ? "" : off.toString());
    }
}
