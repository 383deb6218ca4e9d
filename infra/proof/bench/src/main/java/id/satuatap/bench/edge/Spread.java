package id.satuatap.bench.edge;

import java.util.Collection;
import java.util.Locale;

/** What several runs of one thing gave: the median, and how far the others lay from it. */
record Spread(double median, double least, double most) {

    static Spread of(Collection<Double> figures) {
        var sorted = figures.stream().sorted().toList();
        return new Spread(sorted.get(sorted.size() / 2), sorted.getFirst(), sorted.getLast());
    }

    /** Such as {@code 5,012 (4,800–5,100)}. */
    String text() {
        return "%s (%s–%s)".formatted(number(median), number(least), number(most));
    }

    /** Large figures whole, small ones with as many decimals as tell something. */
    static String number(double figure) {
        var pattern = figure >= 100 ? "%,.0f" : figure >= 10 ? "%.1f" : "%.2f";
        return String.format(Locale.ROOT, pattern, figure);
    }
}
