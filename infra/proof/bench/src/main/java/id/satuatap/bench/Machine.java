package id.satuatap.bench;

import id.satuatap.stack.Report.Outcome;
import id.satuatap.stack.Suite;
import java.lang.management.ManagementFactory;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Locale;
import java.util.Random;
import java.util.stream.DoubleStream;

/** The machine before anything is started: whether it is quiet enough, and how fast it is, so that two tables can be told apart. */
final class Machine {

    private static final String SECTION = "machine";
    private static final double QUIET = 0.5;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Suite.Run run;

    Machine(Suite.Run run) {
        this.run = run;
    }

    void run() {
        if (run.isShort()) {
            return;
        }
        var system = ManagementFactory.getOperatingSystemMXBean();
        var quiet = Await.within(PATIENCE, () -> system.getSystemLoadAverage() < QUIET);
        run.report()
                .add(
                        SECTION,
                        "",
                        "load average before the start below " + QUIET
                                + (quiet ? "" : ": it is not, so the figures below say little"),
                        Outcome.TOLD,
                        String.format(Locale.ROOT, "%.2f", system.getSystemLoadAverage()));
        run.report()
                .add(
                        SECTION,
                        "",
                        "calibration: %d cores, 1024-bit powers modulo a prime on one of them"
                                .formatted(system.getAvailableProcessors()),
                        Outcome.TOLD,
                        Samples.of(DoubleStream.generate(Machine::powers).limit(5))
                                .text("/s"));
    }

    private static double powers() {
        var random = new Random(1);
        var prime = BigInteger.probablePrime(1024, random);
        var number = new BigInteger(1000, random);
        long since = System.nanoTime();
        int count = 0;
        while (System.nanoTime() - since < Duration.ofSeconds(1).toNanos()) {
            number = number.modPow(prime, prime).add(BigInteger.TWO);
            count++;
        }
        return count;
    }
}
