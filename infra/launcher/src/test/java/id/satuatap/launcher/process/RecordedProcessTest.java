package id.satuatap.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;

import id.satuatap.launcher.home.PrivateJson;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordedProcessTest {

    @TempDir
    Path folder;

    private Process child;

    @BeforeEach
    void start() throws IOException {
        child = new ProcessBuilder("sleep", "60").start();
    }

    @AfterEach
    void stop() {
        child.destroyForcibly();
    }

    @Test
    void a_process_is_found_again_from_its_file() {
        var file = folder.resolve("child.json");
        PrivateJson.write(file, RecordedProcess.of(child.toHandle(), "build"));

        var found = RecordedProcess.read(file).orElseThrow();

        assertThat(found.alive()).contains(child.toHandle());
        assertThat(found.build()).isEqualTo("build");
    }

    @Test
    void a_process_with_the_same_number_and_another_start_is_somebody_elses() {
        var mine = RecordedProcess.of(child.toHandle(), "build");
        var longAgo = new RecordedProcess(mine.pid(), mine.started().minusSeconds(3600), "build");

        assertThat(longAgo.alive()).isEmpty();
    }

    @Test
    void a_process_that_ended_is_not_alive() {
        var mine = RecordedProcess.of(child.toHandle(), "build");
        assertThat(mine.endsWithin(Duration.ZERO)).isFalse();

        child.destroy();

        assertThat(mine.endsWithin(Duration.ofSeconds(10))).isTrue();
        assertThat(mine.alive()).isEmpty();
    }
}
