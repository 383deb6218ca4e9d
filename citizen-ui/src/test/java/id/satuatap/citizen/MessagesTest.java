package id.satuatap.citizen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

class MessagesTest {

    @Test
    void every_sentence_exists_in_both_languages() throws IOException {
        for (var indonesian : bundles()) {
            var name = String.valueOf(indonesian.getFilename());
            var english = read(indonesian.createRelative(name.replace(".properties", "_en.properties")));

            assertThat(english.stringPropertyNames())
                    .as(name)
                    .isEqualTo(read(indonesian).stringPropertyNames());
            assertThat(english.stringPropertyNames())
                    .allSatisfy(key -> assertThat(english.getProperty(key)).isNotBlank());
        }
    }

    @Test
    void no_key_has_two_sentences() throws IOException {
        var keys = new ArrayList<String>();
        for (var bundle : bundles()) {
            keys.addAll(read(bundle).stringPropertyNames());
        }

        assertThat(keys).contains("announcement.title", "home.simulated").doesNotHaveDuplicates();
    }

    /** The Indonesian ones. */
    private static List<Resource> bundles() throws IOException {
        var files = new PathMatchingResourcePatternResolver();
        return Stream.of("classpath:messages.properties", "classpath:messages/*.properties")
                .flatMap(pattern -> {
                    try {
                        return Arrays.stream(files.getResources(pattern));
                    } catch (IOException unreadable) {
                        throw new UncheckedIOException(unreadable);
                    }
                })
                .filter(file -> !String.valueOf(file.getFilename()).endsWith("_en.properties"))
                .toList();
    }

    private static Properties read(Resource file) throws IOException {
        var bundle = new Properties();
        bundle.load(new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8));
        return bundle;
    }
}
