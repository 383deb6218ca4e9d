package id.satuatap.core.figure;

import java.util.Arrays;
import java.util.stream.LongStream;

/**
 * How often values of about which size were seen: enough for a median, and two of them can be put together, as averages and medians can't.
 * Buckets are fixed, eight for each doubling, so a quantile is off by at most {@link #ERROR} of its value; zero is exact.
 */
public final class Histogram {

    /** The largest relative error of a quantile: half a bucket, 2^(1/16) - 1. */
    public static final double ERROR = 0.0443;

    private static final int PER_DOUBLING = 8;
    private static final int DOUBLINGS = 40;

    /** The largest value told apart from larger ones: in minutes two million years. */
    private static final long LARGEST = 1L << DOUBLINGS;

    private final long[] counts;

    private Histogram(long[] counts) {
        this.counts = counts;
    }

    /** @param values none below zero */
    public static Histogram of(LongStream values) {
        var counts = new long[2 + PER_DOUBLING * DOUBLINGS];
        values.forEach(value -> counts[bucket(value)]++);
        return new Histogram(counts);
    }

    public Histogram merge(Histogram other) {
        var together = counts.clone();
        Arrays.setAll(together, bucket -> counts[bucket] + other.counts[bucket]);
        return new Histogram(together);
    }

    /** How many values it was made of. */
    public long n() {
        return Arrays.stream(counts).sum();
    }

    /**
     * The value that this part of all is not above: 0.5 for the median.
     *
     * @param part above 0, at most 1
     */
    public double quantile(double part) {
        if (!(part > 0 && part <= 1) || n() == 0) {
            throw new IllegalArgumentException("no quantile " + part + " of " + n() + " values");
        }
        var left = (long) Math.ceil(part * n());
        int bucket = 0;
        for (left -= counts[0]; left > 0; left -= counts[bucket]) {
            bucket++;
        }
        return bucket == 0 ? 0 : Math.pow(2, (bucket - 0.5) / PER_DOUBLING);
    }

    private static int bucket(long value) {
        if (value < 0) {
            throw new IllegalArgumentException("below zero: " + value);
        }
        var held = Math.min(value, LARGEST);
        return held == 0 ? 0 : 1 + (int) Math.floor(Math.log(held) / Math.log(2) * PER_DOUBLING + 1e-9);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Histogram histogram && Arrays.equals(counts, histogram.counts);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(counts);
    }
}
