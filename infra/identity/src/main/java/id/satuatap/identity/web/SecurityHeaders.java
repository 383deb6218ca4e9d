package id.satuatap.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.stereotype.Component;

/**
 * Headers of every page. No script at all, no style but our files. Browsers apply {@code form-action} to the redirects
 * that follow a form, too; so while a sign-in is pending, the one origin it leads back to is allowed besides our own.
 */
@Component
class SecurityHeaders implements HeaderWriter {

    private static final String POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; "
            + "frame-ancestors 'none'; form-action 'self'";

    private final SavedAuthorizationRequests pending;

    SecurityHeaders(SavedAuthorizationRequests pending) {
        this.pending = pending;
    }

    void apply(HeadersConfigurer<HttpSecurity> headers) {
        headers.addHeaderWriter(this)
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                .permissionsPolicyHeader(
                        permissions -> permissions.policy("camera=(), geolocation=(), microphone=(), payment=()"));
    }

    @Override
    public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
        if (!response.containsHeader("Content-Security-Policy")) {
            response.setHeader("Content-Security-Policy", POLICY + returnOrigin(request));
        }
    }

    private String returnOrigin(HttpServletRequest request) {
        return pending.returnAddress(request)
                .map(address -> " " + address.getScheme() + "://" + address.getAuthority())
                .orElse("");
    }
}
