package id.satuatap.identity.web;

import id.satuatap.identity.client.Clients;
import id.satuatap.identity.client.Tenant;
import id.satuatap.identity.client.TenantDirectory;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.security.web.savedrequest.DefaultSavedRequest;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.stereotype.Component;

/**
 * The authorization request a person was sent here with, kept in the session while he signs in. Which tenant's name
 * and colour the sign-in page shows follows from its redirect URI, checked whole; no parameter of the page has a say.
 */
@Component
class PendingSignIn {

    private final HttpSessionRequestCache cache = new HttpSessionRequestCache();
    private final Clients clients;
    private final TenantDirectory directory;

    PendingSignIn(Clients clients, TenantDirectory directory) {
        this.clients = clients;
        this.directory = directory;
        cache.setRequestMatcher(PathPatternRequestMatcher.withDefaults().matcher("/oauth2/authorize"));
    }

    HttpSessionRequestCache cache() {
        return cache;
    }

    Optional<String> parameter(HttpServletRequest request, String name) {
        return saved(request)
                .flatMap(saved -> Optional.ofNullable(saved.getParameterValues(name)))
                .flatMap(values -> Arrays.stream(values).findFirst());
    }

    /** Where the person goes back to, if that is one of our addresses. */
    Optional<URI> returnAddress(HttpServletRequest request) {
        return parameter(request, "redirect_uri")
                .filter(clients::isReturnAddress)
                .map(URI::create);
    }

    Optional<Tenant> tenant(HttpServletRequest request) {
        return returnAddress(request).flatMap(address -> directory.current().at(address));
    }

    /** Takes the request up again: its path and query only, never the host it named. */
    Optional<String> resume(HttpServletRequest request, HttpServletResponse response) {
        var target = saved(request).map(saved -> saved.getRequestURI() + "?" + saved.getQueryString());
        cache.removeRequest(request, response);
        return target;
    }

    private Optional<DefaultSavedRequest> saved(HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null && session.getAttribute("SPRING_SECURITY_SAVED_REQUEST") instanceof DefaultSavedRequest s
                ? Optional.of(s)
                : Optional.empty();
    }
}
