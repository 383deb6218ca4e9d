package id.satuatap.faults;

import id.satuatap.stack.Suite;
import java.time.Duration;
import java.time.Instant;

/** The wire between core and its database made long, reset, and silent, each under load. */
final class Wires implements Suite.Section {

    private static final String NAME = "wire";
    private static final Duration ONE_WAY = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** Core gives a silent connection up after 20 s. */
    private static final Duration LONGEST = Duration.ofSeconds(26);

    private final Ground ground;

    Wires(Ground ground) {
        this.ground = ground;
    }

    /** What is done to the wire, until it is sound again. */
    @FunctionalInterface
    private interface Strike {
        void on(Wire wire);
    }

    @Override
    public void run(Suite.Run run) {
        var wire = ground.wire(run);
        var time = Duration.ofSeconds(run.isShort() ? 3 : 20);
        under(run, wire, "F21", "connections to the database reset again and again", at -> reset(at, time));
        if (!run.isShort()) {
            under(run, wire, "F20", "200 ms to the database and back", at -> lengthen(at, time));
            under(run, wire, "F22", "connections to the database that carry nothing more", Wire::swallow);
        }
    }

    private static void lengthen(Wire wire, Duration time) {
        wire.latency(ONE_WAY);
        Waiting.pass(time);
        wire.latency(Duration.ZERO);
    }

    private static void reset(Wire wire, Duration time) {
        for (var end = Instant.now().plus(time); Instant.now().isBefore(end); ) {
            wire.reset();
            Waiting.pass(Duration.ofMillis(700));
        }
    }

    private void under(Suite.Run run, Wire wire, String id, String what, Strike strike) {
        Recorder recorder;
        Instant since;
        Duration recovery;
        try (var load = ground.load(run)) {
            recorder = load.recorder();
            Waiting.pass(Duration.ofSeconds(2));
            since = Instant.now();
            strike.on(wire);
            var mended = Instant.now();
            recovery = recorder.goodAfter(mended, PATIENCE).orElse(PATIENCE);
            Waiting.pass(Duration.ofSeconds(2));
        }
        var failures = recorder.failures(since.minusSeconds(2), Instant.now());
        var bad = failures.stream().filter(reply -> !reply.saysComeBack()).toList();
        var longest = recorder.slowest(since.minusSeconds(2));
        run.report()
                .check(
                        bad.isEmpty() && longest.compareTo(LONGEST) <= 0,
                        NAME,
                        id,
                        what + ": answered, or told to come back, in bounded time",
                        "%d × 503 with Retry-After, %d others %s, longest answer %,d ms; first good write %,d ms after"
                                .formatted(
                                        failures.size() - bad.size(),
                                        bad.size(),
                                        bad.stream().limit(3).toList(),
                                        longest.toMillis(),
                                        recovery.toMillis()));
        var verdict = new Checker(ground.stack(run)).check(recorder.writes(), run.isShort());
        run.report().check(verdict.isGood(), NAME, id, "acknowledged is there once", verdict.toString());
    }
}
