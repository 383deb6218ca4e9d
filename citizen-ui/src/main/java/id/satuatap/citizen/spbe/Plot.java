package id.satuatap.citizen.spbe;

import id.satuatap.citizen.page.Language;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A history as the coordinates of a small drawing: plain SVG, readable on a phone without scaling down. */
public record Plot(
        List<Point> points,
        List<String> lines,
        List<Gap> gaps,
        List<Span> spans,
        List<Tick> ticks,
        List<Level> levels) {

    public static final int WIDTH = 360;
    public static final int HEIGHT = 230;
    static final int LEFT = 20;
    static final int TOP = 44;
    public static final int BOTTOM = 204;
    private static final double HIGHEST = 5;
    private static final double LOWEST = 1;

    /** A figure. */
    public record Point(String x, String y, String above, String label) {}

    /** Years in a row for which nothing is loaded. */
    public record Gap(String x, String width, String middle, boolean wide) {}

    /** Years under one regulation; a new one begins with a broken line. */
    public record Span(String start, String middle, String name, boolean first) {}

    public record Tick(String x, String label) {}

    public record Level(String y, String label) {}

    public static Plot of(History history, Language language) {
        var years = history.years();
        var width = (WIDTH - LEFT) / (double) Math.max(1, years.size());
        return new Plot(
                points(years, width, language),
                lines(years, width),
                gaps(history, width),
                spans(history, width),
                ticks(years, width),
                List.of(1, 2, 3, 4, 5).stream()
                        .map(level -> new Level(round(y(BigDecimal.valueOf(level))), String.valueOf(level)))
                        .toList());
    }

    private static List<Point> points(List<Year> years, double width, Language language) {
        var points = new ArrayList<Point>();
        for (var i = 0; i < years.size(); i++) {
            var index = years.get(i).index();
            if (index != null) {
                points.add(new Point(round(x(i, width)), round(y(index)), round(y(index) - 11), language.index(index)));
            }
        }
        return points;
    }

    private static List<String> lines(List<Year> years, double width) {
        var lines = new ArrayList<String>();
        for (var i = 1; i < years.size(); i++) {
            var from = years.get(i - 1).index();
            var to = years.get(i).index();
            if (from != null && to != null && years.get(i).continues(years.get(i - 1))) {
                lines.add("M%s %sL%s %s"
                        .formatted(round(x(i - 1, width)), round(y(from)), round(x(i, width)), round(y(to))));
            }
        }
        return lines;
    }

    /** Gaps end where an era ends, so that the broken line between eras stays free. */
    private static List<Gap> gaps(History history, double width) {
        var gaps = new ArrayList<Gap>();
        var column = 0;
        for (var era : history.eras()) {
            var missing = 0;
            for (var year : era.years()) {
                column++;
                missing = year.isLoaded() ? 0 : missing + 1;
                if (missing > 1) {
                    gaps.removeLast();
                }
                if (missing > 0) {
                    gaps.add(gap(column - missing, missing, width));
                }
            }
        }
        return gaps;
    }

    private static Gap gap(int firstColumn, int columns, double width) {
        var left = LEFT + firstColumn * width;
        var size = columns * width;
        return new Gap(round(left + 1), round(size - 2), round(left + size / 2), columns > 1);
    }

    private static List<Span> spans(History history, double width) {
        var spans = new ArrayList<Span>();
        var start = 0;
        for (var era : history.eras()) {
            var left = LEFT + start * width;
            var middle = left + era.years().size() * width / 2;
            var name =
                    era.years().size() > 3 ? era.shortName() : era.shortName().replaceFirst(".* ", "");
            spans.add(new Span(round(left), round(middle), name, start == 0));
            start += era.years().size();
        }
        return spans;
    }

    private static List<Tick> ticks(List<Year> years, double width) {
        var ticks = new ArrayList<Tick>();
        for (var i = 0; i < years.size(); i++) {
            ticks.add(new Tick(round(x(i, width)), String.valueOf(years.get(i).year())));
        }
        return ticks;
    }

    private static double x(int column, double width) {
        return LEFT + (column + 0.5) * width;
    }

    private static double y(BigDecimal index) {
        var share = (index.doubleValue() - LOWEST) / (HIGHEST - LOWEST);
        return BOTTOM - share * (BOTTOM - TOP);
    }

    private static String round(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
