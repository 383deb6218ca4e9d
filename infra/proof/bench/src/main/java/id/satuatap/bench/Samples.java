package id.satuatap.bench;

import java.util.Locale;
import java.util.stream.DoubleStream;

/** Figures of one kind, from runs or requests: their median is what counts, their spread is told. */
record Samples(double[] sorted) {

    static Samples of(DoubleStream values) {
        return new Samples(values.sorted().toArray());
    }

    double median() {
        return percentile(50);
    }

    /** The smallest figure that so many percent do not exceed. */
    double percentile(double percent) {
        var rank = (int) Math.ceil(percent / 100 * sorted.length);
        return sorted[Math.max(0, rank - 1)];
    }

    double ratioTo(Samples other) {
        return median() / other.median();
    }

    /** The median with the smallest and the largest. */
    String text(String unit) {
        return "%s %s (%s–%s)".formatted(number(median()), unit, number(sorted[0]), number(sorted[sorted.length - 1]));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value >= 100 ? "%.0f" : value >= 10 ? "%.1f" : "%.2f", value);
    }
}
