package id.satuatap.identity.web;

import id.satuatap.identity.account.KnownDevices;
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

    private final PendingSignIn pending;
    private final KnownDevices devices;

    SignInOutcome(PendingSignIn pending, KnownDevices devices) {
        this.pending = pending;
        this.devices = devices;
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication signedIn) throws IOException {
        devices.remember(request, response, UUID.fromString(signedIn.getName()));
        response.sendRedirect(pending.resume(request, response).orElse("/"));
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException refusal)
            throws IOException, ServletException {
        request.setAttribute(REFUSAL, refusal);
        request.getRequestDispatcher("/sign-in/refused").forward(request, response);
    }
}
