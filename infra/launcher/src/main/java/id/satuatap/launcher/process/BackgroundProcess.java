package id.satuatap.launcher.process;

import id.satuatap.launcher.home.Home;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Starts processes that outlive the launcher and its terminal: Ctrl-C reaches the launcher only, which then stops them
 * in order.
 */
public final class BackgroundProcess {

    /** Secrets of the server's administrator are for the launcher alone. */
    private static final String LAUNCHER_ONLY = "SATUATAP_DATABASE_ADMIN_";

    private static final List<String> PREFIX = prefix();

    private BackgroundProcess() {}

    public static Process start(List<String> command, Map<String, String> environment, Home home, String label) {
        var log = home.log(label);
        var whole = new ArrayList<>(PREFIX);
        whole.addAll(command);
        try {
            var builder = new ProcessBuilder(whole)
                    .directory(home.folder().toFile())
                    .redirectInput(new File("/dev/null"))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().keySet().removeIf(name -> name.startsWith(LAUNCHER_ONLY));
            builder.environment().putAll(environment);
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot start " + command.getFirst(), e);
        }
    }

    /** Both replace themselves by the command, so that its process number is the one we see. */
    private static List<String> prefix() {
        return Stream.of("setsid", "nohup")
                .filter(BackgroundProcess::isInstalled)
                .limit(1)
                .toList();
    }

    private static boolean isInstalled(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "/usr/bin:/bin").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
