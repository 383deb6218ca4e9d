package id.satuatap.servlet.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.stereotype.Component;

/** Keeps what a sign-in brought in the browser's session. A second sign-in of the same person renews her tokens there. */
@Component
class SessionTokens implements OAuth2AuthorizedClientRepository {

    static final String RENEWED = SessionTokens.class.getName() + ".renewed";

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // as Spring Security declares it
    public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(
            String registration, Authentication principal, HttpServletRequest request) {
        var session = UserSession.of(request.getSession(false));
        return session == null ? null : (T) session.tokens(tokens -> tokens);
    }

    @Override
    public void saveAuthorizedClient(
            OAuth2AuthorizedClient tokens,
            Authentication principal,
            HttpServletRequest request,
            HttpServletResponse response) {
        var http = request.getSession();
        var before = UserSession.of(http);
        if (before == null) {
            http.setAttribute(
                    UserSession.ATTRIBUTE,
                    new UserSession(TenantBinding.tenantOf(request), principal.getName(), tokens));
        } else if (before.subject().equals(principal.getName())) {
            before.renew(tokens);
            request.setAttribute(RENEWED, true);
        } else {
            request.setAttribute(RENEWED, false);
        }
    }

    @Override
    public void removeAuthorizedClient(
            String registration, Authentication principal, HttpServletRequest request, HttpServletResponse response) {
        var http = request.getSession(false);
        if (http != null) {
            http.removeAttribute(UserSession.ATTRIBUTE);
        }
    }
}
