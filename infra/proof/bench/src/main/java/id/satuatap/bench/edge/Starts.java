package id.satuatap.bench.edge;

import id.satuatap.stack.Part;
import id.satuatap.stack.Report.Outcome;
import id.satuatap.stack.Service;
import id.satuatap.stack.Suite.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * How long each part takes from its process to its readiness, with a start-up cache and without, one at a time while the rest of the
 * stack stands still. What was started last stays: the next part may need it.
 */
final class Starts {

    private static final String SECTION = "start";
    private static final double MOST_SECONDS = 4;
    private static final double LESS = 0.4;
    private static final int ROUNDS = 3;
    private static final Duration TO_START = Duration.ofMinutes(5);
    private static final Duration TO_WRITE_CACHE = Duration.ofMinutes(3);
    private static final String CACHE = "-XX:AOTCache";
    private static final double MEGA = 1024 * 1024;

    private final Run run;
    private final Part part;
    private final Service service;
    private final Path cache;

    private Starts(Run run, Part part, Path folder) {
        this.run = run;
        this.part = part;
        this.service = run.stack().service(part);
        this.cache = folder.resolve(part.label() + ".aot");
    }

    private record Start(double seconds, double megabytes) {}

    /** A section of the suite; only timings, so nothing of it is short. */
    static void run(Run run) throws IOException {
        if (run.isShort()) {
            return;
        }
        var folder = Files.createDirectories(run.folder().resolve("start"));
        for (var part : Part.values()) {
            new Starts(run, part, folder).measure();
        }
    }

    private void measure() throws IOException {
        service.withoutJavaOptions("-XX:TieredStopAtLevel").withoutJavaOptions(CACHE);
        service.stop();
        record();
        var without = new ArrayList<Start>();
        var with = new ArrayList<Start>();
        for (var round = 0; round < ROUNDS; round++) {
            without.add(start());
            service.javaOptions(List.of(CACHE + "=" + cache));
            with.add(start());
            service.withoutJavaOptions(CACHE);
        }
        tell(without, with);
    }

    /** A run that is started, asked a little, and ended in order leaves the cache. */
    private void record() {
        service.javaOptions(List.of(CACHE + "Output=" + cache)).start();
        service.awaitReady(TO_START);
        service.terminate();
        var deadline = Instant.now().plus(TO_WRITE_CACHE);
        while (service.isAlive()) {
            if (Instant.now().isAfter(deadline)) {
                throw new IllegalStateException("%s does not end its cache".formatted(part.label()));
            }
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
        service.withoutJavaOptions(CACHE);
    }

    private Start start() {
        if (service.isAlive()) {
            service.kill(); // how it ends is not measured here
        }
        var since = System.nanoTime();
        service.start();
        service.awaitReady(TO_START);
        var seconds = (System.nanoTime() - since) / 1e9;
        return new Start(seconds, service.residentBytes() / MEGA);
    }

    private void tell(List<Start> without, List<Start> with) throws IOException {
        var slow = Spread.of(without.stream().map(Start::seconds).toList());
        var fast = Spread.of(with.stream().map(Start::seconds).toList());
        var less = 1 - fast.median() / slow.median();
        run.report()
                .add(
                        SECTION,
                        part.label(),
                        "start with cache: ≤ 4 s and ≥ 40 % less than without",
                        fast.median() <= MOST_SECONDS && less >= LESS ? Outcome.PASSED : Outcome.SHORT,
                        "%s s against %s s, %.0f %% less; resident %s MB against %s MB, cache %s MB"
                                .formatted(
                                        fast.text(),
                                        slow.text(),
                                        less * 100,
                                        memory(with),
                                        memory(without),
                                        Spread.number(Files.size(cache) / MEGA)));
    }

    private static String memory(List<Start> starts) {
        return Spread.number(
                Spread.of(starts.stream().map(Start::megabytes).toList()).median());
    }
}
