package id.satuatap.citizen.page;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Locale;

/** The address says the language: Indonesian, or English under /en/. Nothing is guessed from the browser. */
public enum Language {
    INDONESIAN("", Locale.of("id", "ID")),
    ENGLISH("/en", Locale.of("en", "GB"));

    private final String prefix;
    private final Locale locale;

    Language(String prefix, Locale locale) {
        this.prefix = prefix;
        this.locale = locale;
    }

    static Language of(HttpServletRequest request) {
        return of(path(request));
    }

    private static Language of(String path) {
        return path.equals(ENGLISH.prefix) || path.startsWith(ENGLISH.prefix + "/") ? ENGLISH : INDONESIAN;
    }

    /** The path that was asked for, also when an error page answers; without the language. As a link it never leads to another host. */
    static String pathWithoutLanguage(HttpServletRequest request) {
        var path = path(request);
        return (of(path) == ENGLISH ? path.substring(ENGLISH.prefix.length()) : path).replaceFirst("^[/\\\\]+", "/");
    }

    private static String path(HttpServletRequest request) {
        var failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return failed == null ? request.getRequestURI() : failed.toString();
    }

    public String tag() {
        return locale.getLanguage();
    }

    public Locale locale() {
        return locale;
    }

    public Language other() {
        return this == INDONESIAN ? ENGLISH : INDONESIAN;
    }

    public String href(String path) {
        return prefix + path;
    }

    /** An index as people here write it: 3,12 or 3.12. */
    public String index(BigDecimal value) {
        var format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(2);
        format.setMaximumFractionDigits(2);
        return format.format(value);
    }

    public String count(long value) {
        return NumberFormat.getIntegerInstance(locale).format(value);
    }
}
