package id.satuatap.bench;

import id.satuatap.stack.Waiting;
import java.time.Duration;
import java.util.Locale;
import java.util.function.DoubleSupplier;

/**
 * Work before anything is measured, until it gets no faster: where two cores do everything, compilers take a minute. Without it the
 * figures told how far each had got. While it still gets faster they have the cores for themselves between two turns, and so are done
 * sooner.
 */
public final class WarmUp {

    /** How long a turn should last. */
    public static final Duration TURN = Duration.ofSeconds(4);

    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final int MOST = 30;
    private static final int CALM = 3;
    private static final double NOTABLY = 1.05;

    private WarmUp() {}

    /**
     * Ends when three figures in a row are not notably better than the last that was: it may not creep upwards either. Tells each on
     * the way.
     *
     * @param perSecond works for a turn, and tells how much was done in a second of it
     */
    public static void of(String section, DoubleSupplier perSecond) {
        double mark = 0;
        int calm = 0;
        for (int turn = 0; turn < MOST && calm < CALM; turn++) {
            double now = perSecond.getAsDouble();
            System.out.printf(Locale.ROOT, "  %s: warming up, %.0f/s%n", section, now);
            calm = now > mark * NOTABLY ? 0 : calm + 1;
            mark = calm == 0 ? now : mark;
            if (calm == 0) {
                Waiting.pass(PAUSE);
            }
        }
    }
}
