package id.satuatap.identity.web;

import id.satuatap.identity.IdentityProperties;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationException;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * Leads back to the application with a code or a refusal, and names the issuer beside it (RFC 9207), so that an
 * application can tell our answer from that of another server it was lured to. Spring's own answer doesn't.
 */
@Component
class AuthorizationResponse implements AuthenticationSuccessHandler, AuthenticationFailureHandler {

    private final String issuer;

    AuthorizationResponse(IdentityProperties properties) {
        issuer = properties.issuer().toString();
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException {
        var granted = (OAuth2AuthorizationCodeRequestAuthenticationToken) authentication;
        var code = Objects.requireNonNull(granted.getAuthorizationCode()).getTokenValue();
        send(response, Objects.requireNonNull(granted.getRedirectUri()), Map.of("code", code), granted.getState());
    }

    /** Without an address that was found good nobody is sent anywhere: it may be an attacker's. */
    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException fault)
            throws IOException {
        var refusal = (OAuth2AuthorizationCodeRequestAuthenticationException) fault;
        var asked = refusal.getAuthorizationCodeRequestAuthentication();
        if (asked == null || !StringUtils.hasText(asked.getRedirectUri())) {
            response.sendError(HttpStatus.BAD_REQUEST.value());
            return;
        }
        var error = new LinkedHashMap<String, String>();
        error.put("error", refusal.getError().getErrorCode());
        error.put("error_description", refusal.getError().getDescription());
        error.put("error_uri", refusal.getError().getUri());
        error.values().removeIf(Objects::isNull);
        send(response, asked.getRedirectUri(), error, asked.getState());
    }

    void refuse(HttpServletResponse response, String address, String error, @Nullable String state) throws IOException {
        send(response, address, Map.of("error", error), state);
    }

    private void send(HttpServletResponse response, String address, Map<String, String> answer, @Nullable String state)
            throws IOException {
        var uri = UriComponentsBuilder.fromUriString(address);
        answer.forEach((name, value) -> uri.queryParam(name, encoded(value)));
        if (StringUtils.hasText(state)) {
            uri.queryParam("state", encoded(state));
        }
        uri.queryParam("iss", encoded(issuer));
        response.sendRedirect(uri.build(true).toUriString());
    }

    private static String encoded(String text) {
        return UriUtils.encode(text, StandardCharsets.UTF_8);
    }
}
