package id.satuatap.bench;

import java.util.Locale;
import java.util.function.DoubleSupplier;

/**
 * Work before anything is measured, until it gets no faster: where two cores do everything, compilers take a minute. Without it the
 * figures told how far each had got.
 */
public final class WarmUp {

    private static final int MOST = 15;
    private static final int CALM = 3;
    private static final double NOTABLY = 1.05;

    private WarmUp() {}

    /**
     * Ends when three figures in a row are not notably better than the best before. Tells each on the way.
     *
     * @param perSecond works for some seconds, and tells how much was done in one of them
     */
    public static void of(String section, DoubleSupplier perSecond) {
        double best = 0;
        int calm = 0;
        for (int round = 0; round < MOST && calm < CALM; round++) {
            double now = perSecond.getAsDouble();
            calm = now > best * NOTABLY ? 0 : calm + 1;
            best = Math.max(best, now);
            System.out.printf(Locale.ROOT, "  %s: warming up, %.0f/s%n", section, now);
        }
    }
}
