package id.satuatap.faults.keep;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/** Waiting with an end. */
final class Patience {

    private static final Duration POLL = Duration.ofMillis(100);

    private Patience() {}

    /** Asks until it is so; false if it did not become so in time. A failing question counts as no. */
    static boolean until(Duration most, Callable<Boolean> question) {
        var deadline = Instant.now().plus(most);
        while (!isSo(question)) {
            if (Instant.now().isAfter(deadline)) {
                return false;
            }
            LockSupport.parkNanos(POLL.toNanos());
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

    static String seconds(Instant since) {
        return "%.1f s".formatted(Duration.between(since, Instant.now()).toMillis() / 1000.0);
    }
}
