package id.satuatap.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The commands under {@code infra/} tell how they are used, and do nothing when they are used otherwise. */
class ScriptsTest {

    private record Ended(int exit, String said) {}

    static Stream<Path> scripts() throws IOException {
        try (var files = Files.list(Stack.root().resolve("infra"))) {
            return files.filter(file -> Files.isRegularFile(file) && Files.isExecutable(file)).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void help_shows_the_usage(Path script) throws Exception {
        var ended = run(script, "--help");

        assertThat(ended.exit).as(ended.said).isZero();
        assertThat(ended.said).contains("infra/" + script.getFileName());
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void an_unknown_option_is_refused_with_the_usage(Path script) throws Exception {
        var ended = run(script, "--no-such-option");

        assertThat(ended.exit).as(ended.said).isEqualTo(2);
        assertThat(ended.said).contains("--no-such-option", "infra/" + script.getFileName());
    }

    /** One that goes to work all the same is ended. */
    private static Ended run(Path script, String option) throws Exception {
        var process = new ProcessBuilder(script.toString(), option)
                .redirectErrorStream(true)
                .start();
        try {
            assertThat(process.waitFor(30, TimeUnit.SECONDS))
                    .as("%s %s ends", script, option)
                    .isTrue();
            return new Ended(
                    process.exitValue(), new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }
}
