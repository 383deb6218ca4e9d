package id.satuatap.admin.shared;

import static org.assertj.core.api.Assertions.assertThat;

import id.satuatap.servlet.page.Languages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TextsTest {

    private static final Pattern KEY_IN_CODE = Pattern.compile("getTranslation\\(\\s*\"([a-z][A-Za-z0-9.-]+)\"[,)]");

    private final Texts texts = new Texts();

    @Test
    void both_languages_have_the_same_keys() {
        var indonesian = Texts.sentences(Languages.INDONESIAN).keySet();
        var english = Texts.sentences(Locale.ENGLISH).keySet();

        assertThat(new TreeSet<>(english)).isEqualTo(new TreeSet<>(indonesian));
    }

    @Test
    void every_sentence_asked_for_in_the_code_exists() throws IOException {
        try (var files = Files.walk(Path.of("src/main/java"))) {
            var asked = files.filter(Files::isRegularFile)
                    .flatMap(file -> KEY_IN_CODE.matcher(read(file)).results())
                    .map(found -> found.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));

            assertThat(asked).hasSizeGreaterThan(100);
            assertThat(Texts.sentences(Languages.INDONESIAN).keySet()).containsAll(asked);
        }
    }

    /** In a sentence with parameters a straight apostrophe would swallow what follows it. */
    @Test
    void no_sentence_with_parameters_holds_a_straight_apostrophe() {
        for (var locale : texts.getProvidedLocales()) {
            var sentences = Texts.sentences(locale);
            assertThat(sentences.values().stream().filter(text -> text.contains("{0}")))
                    .noneMatch(text -> text.contains("'"));
        }
    }

    @Test
    void figures_in_a_sentence_are_written_as_its_language_writes_them() {
        assertThat(texts.getTranslation("assessments.answered", Languages.INDONESIAN, 1204, 2000))
                .isEqualTo("1.204 dari 2.000 indikator terisi");
        assertThat(texts.getTranslation("assessments.answered", Locale.ENGLISH, 1204, 2000))
                .isEqualTo("1,204 of 2,000 indicators filled");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }
}
