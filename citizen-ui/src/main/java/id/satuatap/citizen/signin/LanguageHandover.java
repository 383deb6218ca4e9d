package id.satuatap.citizen.signin;

import id.satuatap.servlet.page.Languages;
import id.satuatap.servlet.session.SessionPaths;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseCookie;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Hands the language of the public pages, which their address says, to the screens of Vaadin, which have no address for it: by the cookie that
 * the workspace uses as well. {@code ?bahasa=en} is taken once and taken away; {@code /en/masuk} says it by its path.
 */
final class LanguageHandover extends OncePerRequestFilter {

    private static final String WISH = "bahasa";
    private static final Set<String> SPOKEN = Set.of("id", "en");

    private final boolean secure;

    LanguageHandover(boolean secure) {
        this.secure = secure;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var path = SessionPaths.path(request);
        var wish = HttpMethod.GET.matches(request.getMethod()) ? request.getParameter(WISH) : null;
        if (path.equals("/masuk") || path.equals("/en/masuk")) {
            keep(path.startsWith("/en/") ? "en" : "id", response);
            chain.doFilter(request, response);
        } else if (wish != null && SPOKEN.contains(wish)) {
            keep(wish, response);
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            var here = request.getRequestURI();
            response.sendRedirect(here.startsWith("/saya/") ? here : "/saya/");
        } else {
            chain.doFilter(request, response);
        }
    }

    private void keep(String language, HttpServletResponse response) {
        var cookie = ResponseCookie.from(Languages.COOKIE, language)
                .path("/")
                .secure(secure)
                .sameSite("Lax")
                .maxAge(Duration.ofDays(365))
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
