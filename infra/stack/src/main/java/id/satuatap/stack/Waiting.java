package id.satuatap.stack;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/** Letting time pass, with an end. */
public final class Waiting {

    private static final Duration POLL = Duration.ofMillis(20);

    private Waiting() {}

    /** Asks again and again; false if it did not become so in time. A question that fails counts as no. */
    public static boolean until(Duration patience, Callable<Boolean> question) {
        var deadline = Instant.now().plus(patience);
        while (!isSo(question)) {
            if (Instant.now().isAfter(deadline)) {
                return false;
            }
            pass(POLL);
        }
        return true;
    }

    private static boolean isSo(Callable<Boolean> question) {
        try {
            return question.call();
        } catch (Exception notYet) {
            return false;
        }
    }

    public static void pass(Duration time) {
        var end = System.nanoTime() + time.toNanos();
        for (var left = time.toNanos(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    /** Such as {@code 2.5 s}. */
    public static String seconds(Instant since) {
        return "%.1f s".formatted(Duration.between(since, Instant.now()).toMillis() / 1000.0);
    }
}
