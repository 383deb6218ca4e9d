package id.satuatap.servlet.session;

import id.satuatap.servlet.Addresses;
import id.satuatap.servlet.page.PlainPages;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Takes an answer at the callback only from the issuer that was asked (RFC 9207), whether it is a code or a refusal.
 * Spring's filter behind it looks at the state, and at the issuer only in the ID token.
 */
final class CallbackIssuer extends OncePerRequestFilter {

    private static final String CALLBACK = "/login/oauth2/code/";

    private final String issuer;
    private final PlainPages pages;

    CallbackIssuer(Addresses addresses, PlainPages pages) {
        this.issuer = addresses.issuer().toString();
        this.pages = pages;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith(request.getContextPath() + CALLBACK);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var named = request.getParameterValues("iss");
        if (named != null && named.length == 1 && issuer.equals(named[0])) {
            chain.doFilter(request, response);
        } else {
            pages.write(response, HttpStatus.UNAUTHORIZED, "page.sign-in-failed");
        }
    }
}
