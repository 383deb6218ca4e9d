package id.satuatap.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Programs of the machine, and commands of ours, run to their end at the top of the repository. */
public final class Command {

    /** How one ended, and what it printed. */
    public record Ended(int exit, String said, Duration took) {}

    private Command() {}

    /** Whether it can be found; administrators' programs are not always on the path. */
    public static boolean exists(String program) {
        return Stream.of((System.getenv("PATH") + ":/usr/sbin:/usr/local/sbin").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    /** What it printed; an exception if it failed. */
    public static String run(String... words) {
        var ended = ended(Map.of(), words);
        if (ended.exit != 0) {
            throw new IllegalStateException("%s failed:%n%s".formatted(String.join(" ", words), ended.said));
        }
        return ended.said;
    }

    public static Ended ended(Map<String, String> environment, String... words) {
        var since = Instant.now();
        try {
            var builder = new ProcessBuilder(List.of(words))
                    .directory(Stack.root().toFile())
                    .redirectErrorStream(true);
            builder.environment().putAll(environment);
            var process = builder.start();
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Ended(process.waitFor(), said, Duration.between(since, Instant.now()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
