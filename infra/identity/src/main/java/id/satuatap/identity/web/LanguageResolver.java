package id.satuatap.identity.web;

import id.satuatap.identity.IdentityProperties;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.WebUtils;

/**
 * Bahasa Indonesia first, English beside it: what {@code ?lang=} says, else what was chosen before, else what the
 * application that sends the person here asked for (OpenID Connect's {@code ui_locales}), else the browser's wish.
 */
@Component("localeResolver")
class LanguageResolver implements LocaleResolver, HandlerInterceptor {

    static final Locale INDONESIAN = Locale.of("id");
    static final List<Locale> SPOKEN = List.of(INDONESIAN, Locale.ENGLISH);

    private static final String COOKIE = "SATUATAP_LANG";

    private final SavedAuthorizationRequests pending;
    private final String cookie;
    private final boolean secure;

    LanguageResolver(SavedAuthorizationRequests pending, IdentityProperties properties) {
        this.pending = pending;
        this.cookie = properties.cookie(COOKIE);
        this.secure = properties.isSecure();
    }

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        var chosen = WebUtils.getCookie(request, cookie);
        return Stream.of(
                        exactly(request.getParameter("lang")),
                        exactly(chosen == null ? null : chosen.getValue()),
                        pending.parameter(request, "ui_locales").flatMap(wish -> best(wish.replace(' ', ','))),
                        Optional.ofNullable(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE))
                                .flatMap(LanguageResolver::best))
                .<Locale>mapMulti(Optional::ifPresent)
                .findFirst()
                .orElse(INDONESIAN);
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        throw new UnsupportedOperationException("The language follows from the request.");
    }

    /** A language once chosen stays chosen. */
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        exactly(request.getParameter("lang")).ifPresent(chosen -> {
            var kept = ResponseCookie.from(cookie, chosen.getLanguage())
                    .path("/")
                    .httpOnly(true)
                    .secure(secure)
                    .sameSite("Lax")
                    .maxAge(Duration.ofDays(365))
                    .build();
            response.addHeader(HttpHeaders.SET_COOKIE, kept.toString());
        });
        return true;
    }

    private static Optional<Locale> exactly(@Nullable String language) {
        return SPOKEN.stream()
                .filter(locale -> locale.getLanguage().equals(language))
                .findFirst();
    }

    private static Optional<Locale> best(String wish) {
        try {
            return Optional.ofNullable(Locale.lookup(LanguageRange.parse(wish), SPOKEN));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
