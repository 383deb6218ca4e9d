package id.satuatap.core.outbox;

import java.time.Duration;

/**
 * How a listener is tried again.
 *
 * @param timeout the longest that one event may take
 * @param longestPause the pause doubles from a second to this
 * @param attempts after which an event is parked, and only tried again by hand
 */
public record Patience(Duration timeout, Duration longestPause, int attempts) {

    /** Gives up after about three hours. */
    public static final Patience USUAL = new Patience(Duration.ofSeconds(30), Duration.ofMinutes(15), 20);

    private static final int DOUBLINGS = 30;

    /** How long events are held for the instance that tells them: time for one that takes as long as it may, and for more behind it. */
    Duration hold() {
        return timeout.multipliedBy(2);
    }

    /** How long to wait after so many attempts. */
    Duration pause(int attempts) {
        var pause = Duration.ofSeconds(1L << Math.min(attempts - 1, DOUBLINGS));
        return pause.compareTo(longestPause) < 0 ? pause : longestPause;
    }
}
