package id.satuatap.servlet.session;

import id.satuatap.servlet.page.PlainPages;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.stereotype.Component;

/**
 * After sign-in: back to the page that was asked for. Someone who signed in again beside a page with unsaved text is
 * told to go back to it; if it is another person by now, the old session ends with everything in it.
 */
@Component
class SignedIn extends SavedRequestAwareAuthenticationSuccessHandler {

    private final SessionLimits limits;
    private final SessionBudgets budgets;
    private final PlainPages pages;
    private final SignInSettings settings;

    SignedIn(
            SessionLimits limits,
            SessionBudgets budgets,
            PlainPages pages,
            SignInSettings settings,
            RequestCache requests) {
        this.limits = limits;
        this.budgets = budgets;
        this.pages = pages;
        this.settings = settings;
        setRequestCache(requests);
        setDefaultTargetUrl(settings.home());
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws ServletException, IOException {
        var session = request.getSession();
        session.setMaxInactiveInterval((int) limits.idle().toSeconds());
        var renewed = request.getAttribute(SessionTokens.RENEWED);
        if (renewed == null && !budgets.signIn(session, request)) {
            session.invalidate();
            pages.write(response, HttpStatus.SERVICE_UNAVAILABLE, "page.too-many-sessions");
        } else if (Boolean.FALSE.equals(renewed)) {
            session.invalidate();
            getRedirectStrategy().sendRedirect(request, response, settings.home());
        } else if (renewed == null || settings.again() == null) {
            super.onAuthenticationSuccess(request, response, authentication);
        } else {
            getRedirectStrategy().sendRedirect(request, response, settings.again());
        }
    }
}
