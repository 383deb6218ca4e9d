package id.satuatap.servlet.page;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinRequest;
import jakarta.servlet.http.Cookie;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Which language a person reads: Indonesian, unless a cookie of hers says English. */
public final class Languages {

    public static final Locale INDONESIAN = Locale.of("id", "ID");
    public static final String COOKIE = "satuatap_language";

    private Languages() {}

    /** The language of the screen or request at work. */
    public static Locale current() {
        var ui = UI.getCurrent();
        if (ui != null) {
            return of(ui.getLocale().getLanguage());
        }
        var request = VaadinRequest.getCurrent();
        if (request != null) {
            return of(request.getCookies());
        }
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes plain
                ? of(plain.getRequest().getCookies())
                : INDONESIAN;
    }

    public static Locale of(Cookie @Nullable [] cookies) {
        return cookies == null
                ? INDONESIAN
                : Arrays.stream(cookies)
                        .filter(cookie -> COOKIE.equals(cookie.getName()))
                        .map(cookie -> of(cookie.getValue()))
                        .findFirst()
                        .orElse(INDONESIAN);
    }

    public static Locale of(@Nullable String language) {
        return "en".equals(language) ? Locale.ENGLISH : INDONESIAN;
    }
}
