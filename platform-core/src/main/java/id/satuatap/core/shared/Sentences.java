package id.satuatap.core.shared;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.support.ReloadableResourceBundleMessageSource;

/** Words for people in Indonesian and English, read from the class path at start: reading them later would block a request. */
public final class Sentences {

    public static final Locale INDONESIAN = Locale.of("id");

    private static final List<Locale> LANGUAGES = List.of(INDONESIAN, Locale.ENGLISH);

    private Sentences() {}

    /** The bundle {@code <name>.properties} (Indonesian) and {@code <name>_en.properties}. */
    public static MessageSource of(String name) {
        var source = new ReloadableResourceBundleMessageSource();
        source.setBasename("classpath:" + name);
        source.setDefaultEncoding("UTF-8");
        source.setDefaultLocale(INDONESIAN);
        source.setFallbackToSystemLocale(false);
        LANGUAGES.forEach(language -> source.getMessage("", null, "", language)); // loads it
        return source;
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
