package id.satuatap.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waiting for something that comes by itself. */
final class Await {

    private static final long POLL = Duration.ofMillis(100).toNanos();

    private Await() {}

    /** Whether it came in time. */
    static boolean within(Duration patience, BooleanSupplier come) {
        var deadline = Instant.now().plus(patience);
        while (!come.getAsBoolean()) {
            if (Instant.now().isAfter(deadline)) {
                return false;
            }
            LockSupport.parkNanos(POLL);
        }
        return true;
    }
}
