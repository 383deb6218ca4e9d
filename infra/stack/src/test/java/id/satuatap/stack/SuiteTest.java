package id.satuatap.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SuiteTest {

    @TempDir
    Path folder;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final Suite suite = new Suite("infra/x", new PrintStream(printed, true, StandardCharsets.UTF_8))
            .section("doors", run -> run.report().passed("doors", "", "ran" + run.has("--windows"), ""))
            .option("--windows");

    @ParameterizedTest
    @ValueSource(strings = {"--shrot", "--only", "--only windows", "--home", "doors", "--short --only doors more"})
    void what_is_not_known_is_refused_with_the_usage_and_nothing_runs(String arguments) {
        assertThat(suite.run(List.of(arguments.split(" ")), folder)).isEqualTo(2);

        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("[--only <section>]", "--windows", "sections: doors")
                .doesNotContain("ran");
    }

    @Test
    void help_is_no_mistake_and_nothing_runs() {
        assertThat(suite.run(List.of("--help"), folder)).isZero();

        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("infra/x [")
                .doesNotContain("ran");
    }

    @Test
    void an_option_of_its_sections_is_known() {
        assertThat(suite.run(List.of("--short", "--windows", "--only", "doors"), folder))
                .isZero();

        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("rantrue");
    }

    @Test
    void as_a_test_it_fails_with_the_rows_that_are_red() {
        suite.section("walls", run -> run.report().failed("walls", "W1", "is whole", "a hole"));

        assertThatThrownBy(() -> suite.verify(folder, "--short"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("is whole — a hole")
                .hasMessageNotContaining("ran");
    }
}
