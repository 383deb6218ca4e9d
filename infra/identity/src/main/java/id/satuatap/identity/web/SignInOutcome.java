package id.satuatap.identity.web;

import id.satuatap.identity.account.DeviceCookies;
import id.satuatap.identity.account.TooManyAttempts;
import id.satuatap.identity.client.Tenant;
import id.satuatap.identity.http.AnonymousSessions;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;

/** After a password was right, on to where the person was going; after a wrong one, the page again with a word. */
@Component
class SignInOutcome implements AuthenticationSuccessHandler, AuthenticationFailureHandler {

    static final String REFUSAL = "signInRefusal";

    private final SavedAuthorizationRequests pending;
    private final DeviceCookies devices;
    private final AnonymousSessions anonymous;
    private final MeterRegistry metrics;

    SignInOutcome(
            SavedAuthorizationRequests pending,
            DeviceCookies devices,
            AnonymousSessions anonymous,
            MeterRegistry metrics) {
        this.pending = pending;
        this.devices = devices;
        this.anonymous = anonymous;
        this.metrics = metrics;
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication signedIn) throws IOException {
        count("succeeded", request);
        anonymous.signedIn(request.getSession());
        devices.remember(request, response, UUID.fromString(signedIn.getName()));
        response.sendRedirect(pending.resume(request, response).orElse("/"));
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException refusal)
            throws IOException, ServletException {
        count(refusal instanceof TooManyAttempts ? "throttled" : "refused", request);
        request.setAttribute(REFUSAL, refusal);
        request.getRequestDispatcher("/sign-in/refused").forward(request, response);
    }

    /** By tenant, never by person. */
    private void count(String outcome, HttpServletRequest request) {
        var tenant = pending.tenant(request).map(Tenant::slug).orElse("none");
        metrics.counter("satuatap.identity.sign.in", "outcome", outcome, "tenant", tenant)
                .increment();
    }
}
