package id.satuatap.admin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What platform-core declares in its sources, for tests that whatever can happen there has words here. */
public final class CoreSources {

    private static final Path MAIN = Path.of("..", "platform-core", "src", "main");

    private CoreSources() {}

    /** The texts of core's files whose path is wanted. */
    public static Stream<String> texts(Predicate<String> path) {
        try (var files = Files.walk(MAIN)) {
            return files
                    .filter(Files::isRegularFile)
                    .filter(file -> path.test(MAIN.relativize(file).toString()))
                    .map(CoreSources::read)
                    .toList()
                    .stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The first group of each match. */
    public static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(match -> match.group(1)).toList();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
