package id.satuatap.admin.session;

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

    SignedIn(SessionLimits limits, SessionBudgets budgets, PlainPages pages, RequestCache requests) {
        this.limits = limits;
        this.budgets = budgets;
        this.pages = pages;
        setRequestCache(requests);
        setDefaultTargetUrl("/");
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
        } else if (renewed == null) {
            super.onAuthenticationSuccess(request, response, authentication);
        } else if (Boolean.TRUE.equals(renewed)) {
            getRedirectStrategy().sendRedirect(request, response, "/masuk-lagi");
        } else {
            session.invalidate();
            getRedirectStrategy().sendRedirect(request, response, "/");
        }
    }
}
