package id.satuatap.bench.edge;

import id.satuatap.bench.Samples;
import id.satuatap.stack.Part;
import id.satuatap.stack.Service;
import id.satuatap.stack.Suite.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * How long each part takes from its process to its readiness, with a start-up cache and without, one at a time while the rest of the
 * stack stands still. What was started last stays: the next part may need it.
 */
public final class Starts {

    private static final int ROUNDS = 3;
    private static final Duration TO_START = Duration.ofMinutes(5);
    private static final String CACHE = "-XX:AOTCache";
    private static final double MEGA = 1024 * 1024;

    private Starts() {}

    private record Start(double seconds, double megabytes) {}

    /** A section of the suite; only timings, so nothing of it is short. */
    public static void run(Run run) throws IOException {
        if (run.isShort()) {
            return;
        }
        var folder = Files.createDirectories(run.folder().resolve("start"));
        for (var part : Part.values()) {
            measure(run, part, folder.resolve(part.label() + ".aot"));
        }
    }

    private static void measure(Run run, Part part, Path cache) throws IOException {
        var service = run.stack().service(part);
        service.withoutJavaOptions("-XX:TieredStopAtLevel").withoutJavaOptions(CACHE);
        service.startFromCache(cache, () -> {});
        service.withoutJavaOptions(CACHE);
        var without = new ArrayList<Start>();
        var with = new ArrayList<Start>();
        for (var round = 0; round < ROUNDS; round++) {
            without.add(start(service));
            service.javaOptions(List.of(CACHE + "=" + cache));
            with.add(start(service));
            service.withoutJavaOptions(CACHE);
        }
        var slow = samples(without, Start::seconds);
        var fast = samples(with, Start::seconds);
        var less = 1 - fast.ratioTo(slow);
        run.report()
                .of("start")
                .reach(
                        fast.median() <= 4 && less >= 0.4,
                        part.label(),
                        "start with cache: ≤ 4 s and ≥ 40 % less than without",
                        "%s against %s, %.0f %% less; resident %s against %s, cache %.0f MB",
                        fast.text("s"),
                        slow.text("s"),
                        less * 100,
                        samples(with, Start::megabytes).text("MB"),
                        samples(without, Start::megabytes).text("MB"),
                        Files.size(cache) / MEGA);
    }

    private static Start start(Service service) {
        service.kill(); // how it ends is not measured here
        var since = System.nanoTime();
        service.start();
        service.awaitReady(TO_START);
        return new Start((System.nanoTime() - since) / 1e9, service.residentBytes() / MEGA);
    }

    private static Samples samples(List<Start> starts, ToDoubleFunction<Start> figure) {
        return Samples.of(starts.stream().mapToDouble(figure));
    }
}
