package id.satuatap.gateway.refusal;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** The gateway's sentences. Read once at start, so that no event loop waits for a file. */
@Component
class Messages {

    static final Locale INDONESIAN = Locale.of("id");
    private static final List<Locale> SPOKEN = List.of(INDONESIAN, Locale.ENGLISH);
    private static final ResourceBundle.Control EXACTLY =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final ResourceBundle indonesian = bundle(Locale.ROOT);
    private final ResourceBundle english = bundle(Locale.ENGLISH);

    String title(String code, Locale language) {
        return in(language).getString(code + ".title");
    }

    String detail(String code, Locale language) {
        return in(language).getString(code + ".detail");
    }

    String say(String key, Locale language) {
        return in(language).getString(key);
    }

    /** Indonesian unless the caller prefers English; a header we cannot read counts as none. */
    static Locale language(HttpHeaders headers) {
        try {
            var found = Locale.lookup(headers.getAcceptLanguage(), SPOKEN);
            return found == null ? INDONESIAN : found;
        } catch (IllegalArgumentException unreadable) {
            return INDONESIAN;
        }
    }

    private ResourceBundle in(Locale language) {
        return Locale.ENGLISH.equals(language) ? english : indonesian;
    }

    private static ResourceBundle bundle(Locale locale) {
        return ResourceBundle.getBundle("id.satuatap.gateway.refusal.problems", locale, EXACTLY);
    }
}
