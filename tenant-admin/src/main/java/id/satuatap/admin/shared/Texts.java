package id.satuatap.admin.shared;

import com.vaadin.flow.i18n.I18NProvider;
import id.satuatap.servlet.page.Languages;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The words on screen: {@code messages.properties} for all, and a feature's own in {@code messages/<feature>.properties}; those that end on
 * {@code _en} are English, the others Indonesian.
 */
@Component
public class Texts implements I18NProvider {

    private static final Map<String, String> IN_INDONESIAN = read(false);
    private static final Map<String, String> IN_ENGLISH = read(true);

    @Override
    public List<Locale> getProvidedLocales() {
        return List.of(Languages.INDONESIAN, Locale.ENGLISH);
    }

    @Override
    public Locale getDefaultLocale() {
        return Languages.INDONESIAN;
    }

    /** The sentence; numbers in it are written as the language writes them. An unknown key shows itself. */
    @Override
    public String getTranslation(String key, Locale locale, Object... parameters) {
        var sentence = sentences(locale).getOrDefault(key, key);
        return parameters.length == 0 ? sentence : new MessageFormat(sentence, locale).format(parameters);
    }

    /** Whether there are words for this key. */
    public boolean knows(String key) {
        return IN_INDONESIAN.containsKey(key);
    }

    static Map<String, String> sentences(Locale locale) {
        return "en".equals(locale.getLanguage()) ? IN_ENGLISH : IN_INDONESIAN;
    }

    private static Map<String, String> read(boolean english) {
        var sentences = new TreeMap<String, String>();
        var ending = english ? "_en.properties" : ".properties";
        Stream.of("classpath:messages" + ending, "classpath*:messages/*" + ending)
                .flatMap(Texts::files)
                .filter(file -> String.valueOf(file.getFilename()).endsWith("_en.properties") == english)
                .forEach(file -> addTo(sentences, file));
        return Map.copyOf(sentences);
    }

    private static Stream<Resource> files(String pattern) {
        try {
            return Arrays.stream(new PathMatchingResourcePatternResolver().getResources(pattern));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void addTo(Map<String, String> sentences, Resource file) {
        var read = new Properties();
        try (var reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
            read.load(reader);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        for (var key : read.stringPropertyNames()) {
            if (sentences.put(key, read.getProperty(key)) != null) {
                throw new IllegalStateException("two sentences for " + key);
            }
        }
    }
}
