package id.satuatap.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import id.satuatap.launcher.database.LocalPostgres;
import id.satuatap.launcher.home.Home;
import id.satuatap.launcher.process.RecordedProcess;
import id.satuatap.launcher.settings.Part;
import id.satuatap.launcher.stack.JavaCommand;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole launcher as a process, with a real PostgreSQL and small stand-ins for the parts. */
class LauncherIT {

    private static final int PATIENCE_SECONDS = 120;

    @TempDir
    Path folder;

    private Path root;
    private Path home;
    private int port;

    private record Result(int exit, String output) {}

    @BeforeEach
    void build() {
        root = new FakeParts(folder.resolve("build")).build();
        home = QuickHome.open(folder.resolve("home")).folder();
        port = FreePorts.base();
    }

    @AfterEach
    void stop() throws Exception {
        run("down");
        QuickHome.close(home);
    }

    @Test
    void up_starts_everything_a_second_up_changes_nothing_and_down_stops_everything() throws Exception {
        var first = run("up", "--detach");
        assertThat(first.exit()).as(first.output()).isZero();
        assertThat(first.output())
                .contains("✓ postgresql", "✓ platform-core setup", "✓ identity", "✓ citizen-ui", "✓ gateway");
        assertThat(Files.exists(home.resolve("credentials.json"))).isTrue();
        assertThat(alive()).hasSize(Part.values().length);
        var processes = alive();

        var second = run("up", "--detach");
        assertThat(second.exit()).as(second.output()).isZero();
        assertThat(second.output()).contains("Already running");
        assertThat(alive()).isEqualTo(processes);

        var down = run("down");
        assertThat(down.exit()).as(down.output()).isZero();
        assertThat(alive()).isEmpty();
        assertThat(LocalPostgres.running(Home.open(home))).isEmpty();
        assertThat(run("down").output()).contains("Nothing runs");

        var third = run("up", "--detach");
        assertThat(third.exit()).as(third.output()).isZero();
        assertThat(third.output()).doesNotContain("setup");
    }

    @Test
    void after_the_launcher_was_killed_its_processes_are_found_again_and_a_lost_one_is_replaced() throws Exception {
        var launcher = launch("up");
        awaitReady(launcher);
        launcher.destroyForcibly().waitFor();
        assertThat(alive()).hasSize(Part.values().length);

        assertThat(run("up", "--detach").output()).contains("Already running");

        part(Part.GATEWAY).alive().orElseThrow().destroyForcibly();
        var again = run("up", "--detach");
        assertThat(again.exit()).as(again.output()).isZero();
        assertThat(again.output()).contains("an earlier start left");
        assertThat(alive()).hasSize(Part.values().length);
    }

    @Test
    void ctrl_c_stops_everything() throws Exception {
        var launcher = launch("up");
        awaitReady(launcher);

        launcher.destroy();

        assertThat(launcher.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(alive()).isEmpty();
        assertThat(LocalPostgres.running(Home.open(home))).isEmpty();
    }

    @Test
    void a_part_that_does_not_start_is_named_with_its_last_words_and_nothing_stays() throws Exception {
        var result = run("-Dfail=" + (port + 3), "up", "--detach");

        assertThat(result.exit()).isEqualTo(1);
        assertThat(result.output()).contains("citizen-ui does not start", "ERROR no licence to run");
        assertThat(alive()).isEmpty();
        assertThat(LocalPostgres.running(Home.open(home))).isEmpty();
    }

    @Test
    void a_taken_port_is_told_and_nothing_is_started() throws Exception {
        try (var other = new ServerSocket(port + 1, 1, InetAddress.getLoopbackAddress())) {
            var result = run("up", "--detach");

            assertThat(result.exit()).isEqualTo(1);
            assertThat(result.output()).contains("Port " + other.getLocalPort() + " (platform-core)", "SATUATAP_PORT=");
        }
        assertThat(home.resolve("postgres/data")).doesNotExist();
    }

    @Test
    void fresh_asks_for_a_yes_and_then_makes_new_accounts() throws Exception {
        run("up", "--detach");
        var credentials = Files.readString(home.resolve("credentials.json"));

        assertThat(run("up", "--detach", "--fresh").output()).contains("add --yes");
        assertThat(home.resolve("credentials.json")).hasContent(credentials);

        assertThat(run("up", "--detach", "--fresh", "--yes").exit()).isZero();
        assertThat(Files.readString(home.resolve("credentials.json"))).isNotEqualTo(credentials);
    }

    private Result run(String... arguments) throws Exception {
        var launcher = launch(arguments);
        var output = new String(launcher.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(launcher.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        return new Result(launcher.exitValue(), output);
    }

    private Process launch(String... arguments) throws IOException {
        var options = Arrays.stream(arguments).filter(it -> it.startsWith("-D")).toList();
        var words = Arrays.stream(arguments).filter(it -> !it.startsWith("-D")).toList();
        var command = Stream.of(
                        List.of(
                                JavaCommand.java(),
                                "-Dsatuatap.root=" + root,
                                "-Dstdout.encoding=UTF-8",
                                "-Dstderr.encoding=UTF-8"),
                        List.of("-cp", System.getProperty("java.class.path"), Launcher.class.getName()),
                        words)
                .flatMap(List::stream)
                .toList();
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("SATUATAP_HOME", home.toString());
        builder.environment().put("SATUATAP_PORT", Integer.toString(port));
        builder.environment().put("SATUATAP_AOT", "off");
        builder.environment().put("SATUATAP_JAVA_OPTIONS", String.join(" ", options));
        return builder.start();
    }

    private static void awaitReady(Process launcher) throws IOException {
        var lines = launcher.inputReader(StandardCharsets.UTF_8);
        var line = lines.readLine();
        while (line != null && !line.startsWith("Ctrl-C")) {
            line = lines.readLine();
        }
        assertThat(line).isNotNull();
    }

    private RecordedProcess part(Part part) {
        return RecordedProcess.read(Home.open(home).run(part.label + ".json")).orElseThrow();
    }

    private List<Long> alive() {
        return Arrays.stream(Part.values())
                .map(part -> RecordedProcess.read(Home.open(home).run(part.label + ".json")))
                .flatMap(process -> process.stream())
                .filter(process -> !process.endsWithin(Duration.ZERO))
                .map(RecordedProcess::pid)
                .toList();
    }
}
