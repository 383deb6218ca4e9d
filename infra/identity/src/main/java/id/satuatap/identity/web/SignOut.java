package id.satuatap.identity.web;

import id.satuatap.identity.account.AuditTrail;
import id.satuatap.identity.client.Clients;
import id.satuatap.identity.token.Authorizations;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.session.SessionInformation;
import org.springframework.security.core.session.SessionRegistry;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.server.authorization.oidc.authentication.OidcLogoutAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.oidc.web.authentication.OidcLogoutAuthenticationSuccessHandler;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.stereotype.Component;

/**
 * Signing out ends what the sign-in was given at every application: no further refresh, so within 60 s all are out. An
 * application asks for it with the ID token; where that proves nothing, the person is asked instead.
 */
@Component
class SignOut implements LogoutHandler, AuthenticationSuccessHandler, AuthenticationFailureHandler {

    private final Authorizations authorizations;
    private final SessionRegistry sessions;
    private final Clients clients;
    private final AuditTrail audit;
    private final OidcLogoutAuthenticationSuccessHandler spring = new OidcLogoutAuthenticationSuccessHandler();

    SignOut(Authorizations authorizations, SessionRegistry sessions, Clients clients, AuditTrail audit) {
        this.authorizations = authorizations;
        this.sessions = sessions;
        this.clients = clients;
        this.audit = audit;
    }

    /** Ends every sign-in of an account, in this and in other browsers: the password was changed. */
    void everywhere(UUID account) {
        authorizations.endAll(account);
        var user = User.withUsername(account.toString()).password("").build();
        sessions.getAllSessions(user, false).forEach(SessionInformation::expireNow);
    }

    /** By the button of our own page. */
    @Override
    public void logout(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication authentication) {
        var session = request.getSession(false);
        if (session != null && authentication != null) {
            authorizations.endSession(session.getId());
            audit.changed("signed-out", UUID.fromString(authentication.getName()));
        }
    }

    /** By an application whose ID token was right. */
    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException, ServletException {
        if (authentication instanceof OidcLogoutAuthenticationToken logout) {
            Optional.ofNullable(logout.getIdToken()).ifPresent(this::end);
        }
        spring.onAuthenticationSuccess(request, response, authentication);
    }

    /** By an application whose ID token is stale, forged or missing: who is signed in decides; who isn't goes on. */
    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException fault)
            throws IOException {
        var wish = request.getParameter("post_logout_redirect_uri");
        if (isSignedIn()) {
            response.sendRedirect("/sign-out");
        } else if (wish != null && clients.isAddressAfterSignOut(wish)) {
            response.sendRedirect(wish);
        } else {
            response.sendRedirect("/sign-in?signed-out");
        }
    }

    private void end(OidcIdToken idToken) {
        Optional.ofNullable(idToken.getClaimAsString("sid")).ifPresent(authorizations::endSid);
        audit.changed("signed-out", UUID.fromString(idToken.getSubject()));
    }

    private static boolean isSignedIn() {
        var current = SecurityContextHolder.getContext().getAuthentication();
        return current != null && current.isAuthenticated() && !(current instanceof AnonymousAuthenticationToken);
    }
}
