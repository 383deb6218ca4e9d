package id.satuatap.core.shared;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.support.ReloadableResourceBundleMessageSource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Words for people in Indonesian and English, read from the class path at start: reading them later would block a request. */
public final class Sentences {

    public static final Locale INDONESIAN = Locale.of("id");

    private static final List<Locale> LANGUAGES = List.of(INDONESIAN, Locale.ENGLISH);

    private Sentences() {}

    /**
     * What all features say of one kind: {@code <kind>/<feature>.properties} (Indonesian) and {@code <kind>/<feature>_en.properties}, each
     * in its feature's name.
     */
    public static MessageSource of(String kind) {
        var source = new ReloadableResourceBundleMessageSource();
        source.setBasenames(features(kind));
        source.setDefaultEncoding("UTF-8");
        source.setDefaultLocale(INDONESIAN);
        source.setFallbackToSystemLocale(false);
        LANGUAGES.forEach(language -> source.getMessage("", null, "", language)); // loads it
        return source;
    }

    private static String[] features(String kind) {
        try {
            var files =
                    new PathMatchingResourcePatternResolver().getResources("classpath*:" + kind + "/*_en.properties");
            return Arrays.stream(files)
                    .map(file -> "classpath:%s/%s".formatted(kind, String.valueOf(file.getFilename())))
                    .map(name -> name.replace("_en.properties", ""))
                    .sorted()
                    .toArray(String[]::new);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The language of ours that fits what the caller asks for; Indonesian when none does, or when it can't be read. */
    public static Locale language(@Nullable String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.length() > 200) {
            return INDONESIAN;
        }
        try {
            var best = Locale.lookup(Locale.LanguageRange.parse(acceptLanguage), LANGUAGES);
            return best == null ? INDONESIAN : best;
        } catch (IllegalArgumentException malformed) {
            return INDONESIAN;
        }
    }
}
