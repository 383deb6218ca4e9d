package id.satuatap.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class MessagesTest {

    @Test
    void every_sentence_is_there_in_both_languages_with_the_same_places() throws IOException {
        var indonesian = bundle("messages.properties");
        var english = bundle("messages_en.properties");

        assertThat(english.stringPropertyNames()).isEqualTo(indonesian.stringPropertyNames());
        assertThat(indonesian.stringPropertyNames())
                .allSatisfy(key -> assertThat(english.getProperty(key).contains("{0}"))
                        .as(key)
                        .isEqualTo(indonesian.getProperty(key).contains("{0}")));
    }

    private static Properties bundle(String name) throws IOException {
        var bundle = new Properties();
        try (var text =
                new InputStreamReader(MessagesTest.class.getResourceAsStream("/" + name), StandardCharsets.UTF_8)) {
            bundle.load(text);
        }
        return bundle;
    }
}
