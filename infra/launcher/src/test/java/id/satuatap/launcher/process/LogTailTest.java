package id.satuatap.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogTailTest {

    @TempDir
    Path folder;

    @Test
    void json_lines_become_readable_with_the_causes_of_a_failure() {
        var line = """
                {"level":"ERROR","message":"Application run failed","stack_trace":"a.B: outer\\n\\tat a.B.c(B.java:1)\\nCaused by: a.D: inner\\n\\t... 3 more"}""";

        assertThat(LogTail.readable(line))
                .isEqualTo("ERROR Application run failed\n  a.B: outer\n  Caused by: a.D: inner");
    }

    @Test
    void the_elastic_format_is_understood_too() {
        assertThat(LogTail.readable("{\"log\":{\"level\":\"WARN\"},\"message\":\"slow\"}"))
                .isEqualTo("WARN slow");
    }

    @Test
    void other_lines_stay_as_they_are() {
        assertThat(LogTail.readable("{ not json")).isEqualTo("{ not json");
        assertThat(LogTail.readable("FATAL: no")).isEqualTo("FATAL: no");
    }

    @Test
    void only_the_last_lines_are_shown() throws IOException {
        var log = folder.resolve("part.log");
        Files.writeString(
                log, IntStream.rangeClosed(1, 100).mapToObj(Integer::toString).collect(Collectors.joining("\n")));

        assertThat(LogTail.of(log).lines()).hasSize(15).startsWith("    86").endsWith("    100");
    }

    @Test
    void a_log_that_is_not_there_is_no_failure_of_its_own() {
        assertThat(LogTail.of(folder.resolve("none.log"))).contains("none.log");
    }
}
