package id.satuatap.identity.web;

import id.satuatap.identity.IdentityProperties;
import id.satuatap.identity.client.Tenant;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.util.UriComponentsBuilder;

/** What every page shows: language, tenant, addresses. */
@ControllerAdvice
class PageModel {

    private final PendingSignIn pending;
    private final IdentityProperties properties;

    PageModel(PendingSignIn pending, IdentityProperties properties) {
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

    @ModelAttribute("otherLanguage")
    String otherLanguage(HttpServletRequest request, Locale locale) {
        var path = request.getRequestURI()
                .replaceFirst("^/sign-in/refused$", "/sign-in")
                .replaceFirst("^//+", "/");
        return UriComponentsBuilder.fromPath(path)
                .query(request.getQueryString())
                .replaceQueryParam("lang", locale.equals(Languages.INDONESIAN) ? "en" : "id")
                .build()
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
