package id.satuatap.identity.web;

import id.satuatap.identity.IdentityProperties;
import id.satuatap.identity.client.Tenant;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.util.UriComponentsBuilder;

/** What every page shows: language, tenant, addresses. */
@ControllerAdvice
class PageModel {

    private static final Set<String> PAGES = Set.of(
            "/",
            "/sign-in",
            "/sign-out",
            "/register",
            "/register/sent",
            "/register/confirm",
            "/register/done",
            "/password/forgotten",
            "/password/sent",
            "/password/new");
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_-]{43}");

    private final SavedAuthorizationRequests pending;
    private final IdentityProperties properties;

    PageModel(SavedAuthorizationRequests pending, IdentityProperties properties) {
        this.pending = pending;
        this.properties = properties;
    }

    @ModelAttribute("tenant")
    @Nullable
    Tenant tenant(HttpServletRequest request) {
        return pending.tenant(request).orElse(null);
    }

    @ModelAttribute("language")
    String language(Locale locale) {
        return locale.getLanguage();
    }

    /** The same page in the other language; after a form was refused, the page that shows the form. */
    @ModelAttribute("otherLanguage")
    String otherLanguage(HttpServletRequest request, Locale locale) {
        var known = PAGES.contains(request.getRequestURI());
        var page = UriComponentsBuilder.fromPath(known ? request.getRequestURI() : "/sign-in");
        var code = request.getParameter("code");
        if (known && code != null && CODE.matcher(code).matches()) {
            page.queryParam("code", code);
        }
        return page.queryParam("lang", locale.equals(LanguageResolver.INDONESIAN) ? "en" : "id")
                .toUriString();
    }

    @ModelAttribute("baseUrl")
    String baseUrl() {
        return properties.baseUrl().toString();
    }

    @ModelAttribute("host")
    String host() {
        return properties.issuer().getAuthority();
    }
}
