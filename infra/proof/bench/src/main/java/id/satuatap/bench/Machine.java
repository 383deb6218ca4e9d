package id.satuatap.bench;

import id.satuatap.stack.Suite;
import id.satuatap.stack.Waiting;
import java.lang.management.ManagementFactory;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Random;
import java.util.stream.DoubleStream;

/** The machine before anything is started: whether it is quiet enough, and how fast it is, so that two tables can be told apart. */
final class Machine {

    private static final double QUIET = 0.5;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private Machine() {}

    static void run(Suite.Run run) {
        if (run.isShort()) {
            return;
        }
        var rows = run.report().of("machine");
        var system = ManagementFactory.getOperatingSystemMXBean();
        var quiet = Waiting.until(PATIENCE, () -> system.getSystemLoadAverage() < QUIET);
        rows.told(
                "",
                "load average before the start below " + QUIET
                        + (quiet ? "" : ": it is not, so the figures below say little"),
                "%.2f",
                system.getSystemLoadAverage());
        rows.told(
                "",
                "calibration: %d cores, 1024-bit powers modulo a prime on one of them"
                        .formatted(system.getAvailableProcessors()),
                Samples.of(DoubleStream.generate(Machine::powers).limit(5)).text("/s"));
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
