package id.satuatap.stack;

import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A command that proves something: its sections one after the other, then the table and the verdict. Understands {@code
 * --short} (correctness only, in minutes), {@code --only <section>} (repeatable), {@code --home <folder>} (a stack that
 * runs already), {@code --help}, and the {@link #option options} of its sections; refuses all others.
 */
public final class Suite {

    /** A part of a suite. Whatever it throws is a red row. */
    @FunctionalInterface
    public interface Section {
        void run(Run run) throws Exception;
    }

    /** One run of a suite, and what its sections share. */
    public static final class Run {

        /** A full run lasts long enough for what {@code infra/up} spares: code that is compiled well, as in production. */
        private static final Map<String, String> BOTH_COMPILERS =
                Map.of("SATUATAP_JAVA_OPTIONS", "-XX:TieredStopAtLevel=4");

        private final Report report;
        private final List<String> arguments;
        private final Path folder;
        private @Nullable Stack stack;

        private Run(Report report, List<String> arguments, Path folder) {
            this.report = report;
            this.arguments = arguments;
            this.folder = folder;
        }

        public Report report() {
            return report;
        }

        /** Only what must hold, nothing that takes long. */
        public boolean isShort() {
            return has("--short");
        }

        public boolean has(String argument) {
            return arguments.contains(argument);
        }

        /** Where a section may leave what it writes while it runs. */
        public Path folder() {
            return folder;
        }

        /** The stack that the sections of this run share, started by the first that asks. */
        public synchronized Stack stack() {
            if (stack == null) {
                var given = arguments.indexOf("--home");
                stack = given >= 0
                        ? Stack.in(Path.of(arguments.get(given + 1)))
                        : Stack.start(folder.resolve("home"), isShort() ? Map.of() : BOTH_COMPILERS);
            }
            return stack;
        }

        private synchronized void end() {
            if (stack != null) {
                stack.close();
            }
        }
    }

    private final String name;
    private final PrintStream out;
    private final Map<String, Section> sections = new LinkedHashMap<>();
    private final Set<String> options = new TreeSet<>(Set.of("--short"));

    public Suite(String name, PrintStream out) {
        this.name = name;
        this.out = out;
    }

    public Suite section(String section, Section work) {
        sections.put(section, work);
        return this;
    }

    /** One that a section asks {@link Run#has} for. */
    public Suite option(String option) {
        options.add(option);
        return this;
    }

    /**
     * The report is in {@code report.md} after each section; interrupted, it says so and has what was seen till then.
     *
     * @param folder for the stack and what sections write, such as {@code infra/proof/isolation/target}
     * @return the exit code: zero if nothing is red, two if it was called wrongly
     */
    public int run(List<String> arguments, Path folder) {
        if (arguments.contains("--help") || !areKnown(arguments)) {
            out.println(usage());
            return arguments.contains("--help") ? 0 : 2;
        }
        var report = carryOut(arguments, folder);
        return report.isClosed() ? 1 : report.print(); // the stack ends with this process
    }

    /**
     * The same as a test.
     *
     * @throws AssertionError with the rows that are red
     */
    public void verify(Path folder, String... arguments) {
        var report = carryOut(List.of(arguments), folder);
        if (report.print() != 0) {
            throw new AssertionError(report.red());
        }
    }

    private Report carryOut(List<String> arguments, Path folder) {
        var report = new Report(name, out);
        var run = new Run(report, arguments, folder.toAbsolutePath());
        var file = run.folder.resolve("report.md");
        var interrupted = new Thread(() -> report.close(file));
        Runtime.getRuntime().addShutdownHook(interrupted);
        sections.forEach((section, work) -> {
            if (isWanted(section, arguments) && !report.isClosed()) {
                report.running(section);
                run(section, work, run);
                keep(report, file);
            }
        });
        if (!report.isClosed()) {
            report.allHaveEnded();
            run.end();
            Runtime.getRuntime().removeShutdownHook(interrupted);
            report.writeMarkdown(file);
        }
        return report;
    }

    private boolean areKnown(List<String> arguments) {
        var left = new ArrayDeque<>(arguments);
        while (!left.isEmpty()) {
            var isKnown = switch (left.pop()) {
                case "--only" -> sections.containsKey(String.valueOf(left.poll()));
                case "--home" -> left.poll() != null;
                case String option -> options.contains(option);
            };
            if (!isKnown) {
                return false;
            }
        }
        return true;
    }

    private String usage() {
        return "%s [--only <section>]… [--home <folder>] [%s]%nsections: %s"
                .formatted(name, String.join("] [", options), String.join(", ", sections.keySet()));
    }

    private void run(String section, Section work, Run run) {
        var since = Instant.now();
        out.printf("… %s%n", section);
        try {
            work.run(run);
        } catch (Throwable e) { // whatever one section dies of, the others are still worth running
            if (!run.report.isClosed()) {
                e.printStackTrace(out);
                run.report.failed(section, "", "the section ends in order", String.valueOf(e));
            }
        }
        out.printf(
                "  %s: %d s%n", section, Duration.between(since, Instant.now()).toSeconds());
    }

    /** For the case of an interruption: on a full disk the other sections are still worth running. */
    private void keep(Report report, Path file) {
        try {
            report.writeMarkdown(file);
        } catch (UncheckedIOException e) {
            out.println("  the report cannot be written: " + e.getMessage());
        }
    }

    private static boolean isWanted(String section, List<String> arguments) {
        return !arguments.contains("--only")
                || IntStream.range(0, arguments.size() - 1)
                        .anyMatch(i -> arguments.get(i).equals("--only")
                                && arguments.get(i + 1).equals(section));
    }
}
