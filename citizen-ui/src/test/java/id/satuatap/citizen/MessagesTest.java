package id.satuatap.citizen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class MessagesTest {

    @Test
    void every_sentence_exists_in_both_languages() throws IOException {
        var indonesian = bundle("/messages.properties");
        var english = bundle("/messages_en.properties");

        assertThat(english.stringPropertyNames()).isEqualTo(indonesian.stringPropertyNames());
        assertThat(english.stringPropertyNames())
                .allSatisfy(key -> assertThat(english.getProperty(key)).isNotBlank());
    }

    private static Properties bundle(String name) throws IOException {
        var bundle = new Properties();
        try (var file = Objects.requireNonNull(MessagesTest.class.getResourceAsStream(name))) {
            bundle.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        }
        return bundle;
    }
}
