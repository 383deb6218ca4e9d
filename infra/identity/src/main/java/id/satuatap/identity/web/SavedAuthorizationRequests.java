package id.satuatap.identity.web;

import id.satuatap.identity.client.Clients;
import id.satuatap.identity.client.Tenant;
import id.satuatap.identity.client.TenantDirectory;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.stereotype.Component;

/**
 * The authorization request a person was sent here with, kept in the session while he signs in: its query and nothing
 * else, since anybody may make a session. Which tenant's name and colour the sign-in page shows follows from its
 * redirect URI, checked whole; no parameter of the page has a say.
 */
@Component
class SavedAuthorizationRequests implements RequestCache {

    private static final String ENDPOINT = "/oauth2/authorize";
    private static final String QUERY = SavedAuthorizationRequests.class.getName();
    private static final int LONGEST = 4_000;

    private final Clients clients;
    private final TenantDirectory directory;

    SavedAuthorizationRequests(Clients clients, TenantDirectory directory) {
        this.clients = clients;
        this.directory = directory;
    }

    @Override
    public void saveRequest(HttpServletRequest request, HttpServletResponse response) {
        var query = request.getQueryString();
        if (ENDPOINT.equals(request.getRequestURI()) && query != null && query.length() <= LONGEST) {
            request.getSession().setAttribute(QUERY, query);
        }
    }

    /** Taken up again by {@link #resume} alone, never by Spring in passing. */
    @Override
    public @Nullable SavedRequest getRequest(HttpServletRequest request, HttpServletResponse response) {
        return null;
    }

    @Override
    public @Nullable HttpServletRequest getMatchingRequest(HttpServletRequest request, HttpServletResponse response) {
        return null;
    }

    @Override
    public void removeRequest(HttpServletRequest request, HttpServletResponse response) {
        var session = request.getSession(false);
        if (session != null) {
            session.removeAttribute(QUERY);
        }
    }

    Optional<String> parameter(HttpServletRequest request, String name) {
        return query(request).stream()
                .flatMap(query -> Arrays.stream(query.split("&")))
                .filter(pair -> pair.startsWith(name + "="))
                .findFirst()
                .flatMap(pair -> decoded(pair.substring(name.length() + 1)));
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
        var target = query(request).map(query -> ENDPOINT + "?" + query);
        removeRequest(request, response);
        return target;
    }

    private static Optional<String> query(HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null && session.getAttribute(QUERY) instanceof String query
                ? Optional.of(query)
                : Optional.empty();
    }

    private static Optional<String> decoded(String value) {
        try {
            return Optional.of(URLDecoder.decode(value, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
