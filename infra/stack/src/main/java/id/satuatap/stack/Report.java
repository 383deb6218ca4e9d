package id.satuatap.stack;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a suite found: one row for each thing tried, and one verdict. May be filled from many threads. */
public final class Report {

    /** How a row ended. */
    public enum Outcome {
        /** Held. */
        PASSED,
        /** Did not hold: the verdict is red. */
        FAILED,
        /** Nothing was shown, because the allowed twin of a forbidden request did not succeed: the verdict is red. */
        INVALID,
        /** A figure that does not reach what was asked: the verdict is red. */
        SHORT,
        /** Concerns a feature that is not there yet, or something this machine has not got. */
        NOT_YET,
        /** A figure that is only told. */
        TOLD;

        boolean isRed() {
            return this == FAILED || this == INVALID || this == SHORT;
        }
    }

    /**
     * @param section the part of the suite
     * @param id what others call it by, such as {@code A01}
     * @param what what was tried
     * @param figure what was seen: a count, a time, a ratio, or the reason of a failure
     */
    public record Row(String section, String id, String what, Outcome outcome, String figure) {}

    private final String suite;
    private final Instant since = Instant.now();
    private final List<Row> rows = new ArrayList<>();
    private final PrintStream out;
    private @Nullable String running;
    private boolean isClosed;

    public Report(String suite, PrintStream out) {
        this.suite = suite;
        this.out = out;
    }

    /** Keeps a row, and prints it at once: nobody waits for the end of a long run to know what it saw. */
    public synchronized void add(String section, String id, String what, Outcome outcome, String figure) {
        if (isClosed) {
            return;
        }
        var row = new Row(section, id, what, outcome, figure);
        rows.add(row);
        out.println((outcome.isRed() ? "  ✗ " : "    ") + line(row));
    }

    /** From now on, and until all have ended, the report is not complete. */
    synchronized void running(String section) {
        running = section;
    }

    synchronized void allHaveEnded() {
        running = null;
    }

    synchronized boolean isClosed() {
        return isClosed;
    }

    /** Whoever runs the suite is told to end: what was seen until now is kept, what fails from now on says nothing. */
    synchronized void close(Path file) {
        isClosed = true;
        print();
        writeMarkdown(file);
    }

    public void passed(String section, String id, String what, String figure) {
        add(section, id, what, Outcome.PASSED, figure);
    }

    public void failed(String section, String id, String what, String figure) {
        add(section, id, what, Outcome.FAILED, figure);
    }

    /** Passed or failed. */
    public void check(boolean holds, String section, String id, String what, String figure) {
        add(section, id, what, holds ? Outcome.PASSED : Outcome.FAILED, figure);
    }

    public void notYet(String section, String id, String what, String why) {
        add(section, id, what, Outcome.NOT_YET, why);
    }

    /** All of one section. */
    public Rows of(String section) {
        return new Rows(this, section);
    }

    public synchronized List<Row> rows() {
        return List.copyOf(rows);
    }

    /** Whether something did not hold, or was not tried to the end, or nothing at all was tried. */
    public synchronized boolean isRed() {
        return running != null || rows.isEmpty() || rows.stream().anyMatch(row -> row.outcome.isRed());
    }

    /** The rows that make it so, a line each. */
    synchronized String red() {
        return rows.stream()
                .filter(row -> row.outcome.isRed())
                .map(Report::line)
                .collect(Collectors.joining("\n"));
    }

    /** Prints the table, the counts of each section and the verdict. Zero if nothing is red, as an exit code. */
    public synchronized int print() {
        rows.forEach(row -> out.println(line(row)));
        out.println();
        counts().forEach((section, counts) -> out.printf("%-16s %s%n", section, text(counts)));
        out.println(verdict());
        return isRed() ? 1 : 0;
    }

    public synchronized String verdict() {
        var seconds = Duration.between(since, Instant.now()).toSeconds();
        return "%s: %s; %s; %d min %d s".formatted(suite, outcome(), text(counted(rows)), seconds / 60, seconds % 60);
    }

    private String outcome() {
        if (running != null) {
            return "✗ INTERRUPTED in section %s, not complete".formatted(running);
        }
        return isRed() ? "✗ FAILED" : "✓ PASSED";
    }

    /** The same as a table for {@code docs/}. */
    public synchronized void writeMarkdown(Path file) {
        var text = new StringBuilder("| | what | outcome | seen |%n|---|---|---|---|%n".formatted());
        rows.forEach(row -> text.append("| %s %s | %s | %s | %s |%n"
                .formatted(row.section, row.id, cell(row.what), name(row.outcome), cell(row.figure))));
        text.append("%n%s%n".formatted(verdict()));
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, Map<Outcome, Integer>> counts() {
        return rows.stream()
                .collect(Collectors.groupingBy(
                        Row::section,
                        LinkedHashMap::new,
                        Collectors.collectingAndThen(Collectors.toList(), Report::counted)));
    }

    private static Map<Outcome, Integer> counted(List<Row> rows) {
        var counts = new EnumMap<Outcome, Integer>(Outcome.class);
        rows.forEach(row -> counts.merge(row.outcome, 1, Integer::sum));
        return counts;
    }

    private static String text(Map<Outcome, Integer> counts) {
        return counts.entrySet().stream()
                .map(count -> count.getValue() + " " + name(count.getKey()))
                .collect(Collectors.joining(", "));
    }

    private static String line(Row row) {
        return "%-8s %-14s %-7s %s%s"
                .formatted(
                        name(row.outcome),
                        row.section,
                        row.id,
                        row.what,
                        row.figure.isEmpty() ? "" : " — " + row.figure);
    }

    private static String name(Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replace("\n", " ");
    }
}
