package id.satuatap.bench;

import java.util.List;
import java.util.Locale;
import java.util.function.DoubleSupplier;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.math3.stat.descriptive.DescriptiveStatistics;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import org.apache.commons.math3.stat.descriptive.rank.Percentile.EstimationType;

/** Figures of one kind, from runs or requests: their median is what counts, their spread is told. */
public record Samples(DescriptiveStatistics figures) {

    public static Samples of(DoubleStream values) {
        var figures = new DescriptiveStatistics(values.toArray());
        figures.setPercentileImpl(new Percentile().withEstimationType(EstimationType.R_1)); // figures that were seen
        return new Samples(figures);
    }

    /** Measures each of several in turn, so many times: what changes on the machine meets all of them. */
    public static List<Samples> alternating(int times, List<DoubleSupplier> measured) {
        var seen = new double[measured.size()][times];
        for (int round = 0; round < times; round++) {
            for (int which = 0; which < measured.size(); which++) {
                seen[which][round] = measured.get(which).getAsDouble();
            }
        }
        return Stream.of(seen).map(DoubleStream::of).map(Samples::of).toList();
    }

    /** By how much the percentiles of some runs exceed those of others, pair by pair. */
    public static Samples added(List<Samples> some, List<Samples> others, double percent) {
        return of(IntStream.range(0, some.size())
                .mapToDouble(pair ->
                        some.get(pair).percentile(percent) - others.get(pair).percentile(percent)));
    }

    public double median() {
        return percentile(50);
    }

    /** The smallest figure that so many percent do not exceed. */
    public double percentile(double percent) {
        return figures.getPercentile(percent);
    }

    public double ratioTo(Samples other) {
        return median() / other.median();
    }

    /** The median with the smallest and the largest, such as {@code 5,012 /s (4,800–5,100)}. */
    public String text(String unit) {
        return "%s %s (%s–%s)".formatted(number(median()), unit, number(figures.getMin()), number(figures.getMax()));
    }

    /** Large figures whole, small ones with as many decimals as tell something. */
    public static String number(double value) {
        var pattern = Math.abs(value) >= 100 ? "%,.0f" : Math.abs(value) >= 10 ? "%.1f" : "%.2f";
        return String.format(Locale.ROOT, pattern, value);
    }
}
