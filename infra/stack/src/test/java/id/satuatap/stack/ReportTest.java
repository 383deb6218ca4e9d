package id.satuatap.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);

    @Test
    void nothing_tried_is_no_success() {
        assertThat(new Report("infra/x", out).print()).isEqualTo(1);
    }

    @Test
    void what_is_not_there_yet_is_told_and_does_not_fail() {
        var report = new Report("infra/x", out);
        report.passed("doors", "A01", "a foreign token is refused", "403");
        report.notYet("doors", "L01", "an address of the inside is refused", "feature missing");

        assertThat(report.print()).isZero();
        assertThat(lines().getLast()).startsWith("infra/x: ✓ PASSED; 1 passed, 1 not yet; ");
    }

    @Test
    void a_rejection_whose_twin_fails_is_red() {
        var report = new Report("infra/x", out);
        report.add("doors", "A01", "a foreign token is refused", Report.Outcome.INVALID, "twin: 500");

        assertThat(report.print()).isEqualTo(1);
        assertThat(lines().getLast()).contains("✗ FAILED");
    }

    @Test
    void a_section_that_throws_is_red_and_the_next_still_runs(@TempDir Path folder) {
        var suite = new Suite("infra/x", out)
                .section("broken", run -> {
                    throw new IllegalStateException("no such door");
                })
                .section("sound", run -> run.report().passed("sound", "1", "runs", ""));

        assertThat(suite.run(List.of(), folder)).isEqualTo(1);
        assertThat(lines().getLast()).contains("1 passed, 1 failed");
    }

    @Test
    void only_the_wanted_sections_run(@TempDir Path folder) {
        var suite = new Suite("infra/x", out)
                .section("one", run -> run.report().passed("one", "1", "runs", ""))
                .section("two", run -> run.report().failed("two", "2", "runs", ""));

        assertThat(suite.run(List.of("--only", "one"), folder)).isZero();
    }

    @Test
    void a_row_is_printed_when_it_is_known() {
        new Report("infra/x", out).passed("doors", "A01", "a foreign token is refused", "403");

        assertThat(lines()).singleElement().asString().contains("passed", "A01", "403");
    }

    @Test
    void an_error_of_one_section_keeps_the_report(@TempDir Path folder) {
        var suite = new Suite("infra/x", out)
                .section("sound", run -> run.report().passed("sound", "1", "runs", ""))
                .section("broken", run -> {
                    throw new NoClassDefFoundError("no such class");
                });

        assertThat(suite.run(List.of(), folder)).isEqualTo(1);
        assertThat(folder.resolve("report.md")).content().contains("| sound 1 | runs | passed |", "1 passed, 1 failed");
    }

    @Test
    void told_to_end_it_writes_what_was_seen_till_then(@TempDir Path folder) throws Exception {
        var suite = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Endless.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .start();
        var told = suite.inputReader(StandardCharsets.UTF_8);
        while (!told.readLine().contains("runs")) {}

        suite.destroy();

        assertThat(suite.waitFor()).isNotZero();
        assertThat(folder.resolve("report.md"))
                .content()
                .contains("| endless 1 | runs | passed |", "✗ INTERRUPTED in section endless, not complete; 1 passed;");
    }

    /** A suite that does not end by itself. */
    static final class Endless {

        private Endless() {}

        public static void main(String... arguments) {
            new Suite("infra/x", System.out)
                    .section("endless", run -> {
                        run.report().passed("endless", "1", "runs", "");
                        Thread.sleep(Duration.ofMinutes(1));
                    })
                    .run(List.of(), Path.of(arguments[0]));
        }
    }

    private List<String> lines() {
        return printed.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
