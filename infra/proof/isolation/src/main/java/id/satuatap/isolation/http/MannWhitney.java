package id.satuatap.isolation.http;

import java.util.Arrays;

/** Whether two sets of times could come from the same source: the rank test, with the normal approximation for large sets. */
record MannWhitney(double medianDifference, double p) {

    static MannWhitney of(long[] one, long[] other) {
        var all = new double[one.length + other.length][2];
        for (var i = 0; i < all.length; i++) {
            all[i][0] = i < one.length ? one[i] : other[i - one.length];
            all[i][1] = i < one.length ? 0 : 1;
        }
        Arrays.sort(all, (left, right) -> Double.compare(left[0], right[0]));
        var ranks = 0.0;
        for (var from = 0; from < all.length; ) {
            var to = from;
            while (to < all.length && all[to][0] == all[from][0]) {
                to++;
            }
            for (var i = from; i < to; i++) {
                ranks += all[i][1] == 0 ? (from + 1 + to) / 2.0 : 0;
            }
            from = to;
        }
        double n = one.length;
        double m = other.length;
        var u = ranks - n * (n + 1) / 2;
        var z = (u - n * m / 2) / Math.sqrt(n * m * (n + m + 1) / 12);
        return new MannWhitney(median(one) - median(other), 2 * tail(Math.abs(z)));
    }

    private static double median(long[] times) {
        var sorted = times.clone();
        Arrays.sort(sorted);
        var middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2.0;
    }

    /** The normal distribution beyond z (Abramowitz and Stegun 26.2.17). */
    private static double tail(double z) {
        var t = 1 / (1 + 0.2316419 * z);
        var series = t * (0.319381530 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
        return Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI) * series;
    }
}
