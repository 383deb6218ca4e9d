package id.satuatap.core.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every refusal has its sentence, in both languages, in the file of its feature. */
class SentencesTest {

    private static final Path SOURCES = Path.of("src/main/java");
    private static final Path PROBLEMS = Path.of("src/main/resources/problems");

    /** A refusal made in the code: its code is the first text, or for bad input the second. */
    private static final Pattern REFUSAL = Pattern.compile(
            "(?:new (?:Conflict|Forbidden|NotFound|RuleBroken|Unauthenticated)\\(|Precondition\\.stale\\(|NotFound\\.nothingOfYours\\(|(?:new Fault|new BadInput)\\([^;]{0,200}?,)\\s*\"([a-z][a-z0-9.-]+)\"");

    @Test
    void every_sentence_is_there_in_both_languages() throws IOException {
        for (var file : files("(?<!_en)\\.properties")) {
            var english = file.resolveSibling(file.getFileName().toString().replace(".properties", "_en.properties"));

            assertThat(keys(english)).as(english.toString()).isEqualTo(keys(file));
        }
    }

    @Test
    void no_sentence_is_written_twice() throws IOException {
        var all = files("(?<!_en)\\.properties").stream()
                .flatMap(file -> keys(file).stream())
                .toList();

        assertThat(all).doesNotHaveDuplicates();
    }

    @Test
    void every_refusal_in_the_code_has_its_sentence() throws IOException {
        var known = new TreeSet<String>();
        files("(?<!_en)\\.properties").forEach(file -> known.addAll(keys(file)));

        var said = codes();

        assertThat(said).hasSizeGreaterThan(40);
        assertThat(known).containsAll(said);
    }

    private static Set<String> codes() throws IOException {
        var codes = new TreeSet<String>();
        try (var all = Files.walk(SOURCES)) {
            for (var file :
                    all.filter(path -> path.toString().endsWith(".java")).toList()) {
                REFUSAL.matcher(Files.readString(file)).results().forEach(found -> codes.add(found.group(1)));
            }
        }
        return codes;
    }

    private static List<Path> files(String ending) throws IOException {
        var pattern = Pattern.compile(ending + "$");
        try (Stream<Path> all = Files.list(PROBLEMS)) {
            return all.filter(path -> pattern.matcher(path.toString()).find()).toList();
        }
    }

    private static Set<String> keys(Path file) {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
        return new TreeSet<>(properties.stringPropertyNames());
    }
}
