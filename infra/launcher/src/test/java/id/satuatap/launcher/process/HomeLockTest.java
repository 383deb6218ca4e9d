package id.satuatap.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.satuatap.launcher.home.Home;
import id.satuatap.launcher.settings.CannotStart;
import id.satuatap.launcher.stack.JavaCommand;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeLockTest {

    @TempDir
    Path folder;

    private Process other;

    /** Another launcher, in another virtual machine, that holds the home until it is told to end. */
    static final class OtherLauncher {
        public static void main(String[] arguments) throws IOException {
            new HomeLock(Home.open(Path.of(arguments[0]))).take();
            System.out.println("taken");
            System.in.read();
        }
    }

    @BeforeEach
    void startTheOther() throws IOException {
        other = new ProcessBuilder(
                        JavaCommand.java(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        OtherLauncher.class.getName(),
                        folder.resolve("home").toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var answer = new BufferedReader(new InputStreamReader(other.getInputStream(), StandardCharsets.UTF_8));
        assertThat(answer.readLine()).isEqualTo("taken");
    }

    @AfterEach
    void stopTheOther() {
        other.destroyForcibly();
    }

    @Test
    void a_second_launcher_in_one_home_is_refused_and_told_who_is_there() {
        var lock = new HomeLock(Home.open(folder.resolve("home")));

        assertThatThrownBy(lock::take)
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("process " + other.pid())
                .hasMessageContaining("SATUATAP_HOME");
    }

    @Test
    void down_asks_the_other_to_end_and_then_has_the_home() {
        var stopped = new HomeLock(Home.open(folder.resolve("home"))).takeOver();

        assertThat(stopped).isTrue();
        assertThat(other.isAlive()).isFalse();
    }

    @Test
    void a_launcher_that_was_killed_holds_nothing() throws InterruptedException {
        other.destroyForcibly().waitFor();

        new HomeLock(Home.open(folder.resolve("home"))).take();
    }
}
