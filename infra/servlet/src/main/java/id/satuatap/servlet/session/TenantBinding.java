package id.satuatap.servlet.session;

import id.satuatap.servlet.page.PlainPages;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The wall between tenants in the browser: a session belongs to the tenant and host it was begun at. Shown anywhere
 * else, its cookie is worth nothing (401). A session ends after its life-time however busy it is, a visitor's soon, and
 * nobody gets a WebSocket before she has signed in.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
public class TenantBinding extends OncePerRequestFilter {

    public static final String TENANT_HEADER = "X-Satu-Tenant";
    private static final Duration BEFORE_SIGN_IN = Duration.ofMinutes(10);
    private static final Pattern SLUG = Pattern.compile("[a-z0-9-]{1,63}");

    private final SessionLimits limits;
    private final Clock clock;
    private final PlainPages pages;
    private final SessionBudgets budgets;
    private final SessionPaths paths;

    @Autowired
    TenantBinding(SessionLimits limits, SessionBudgets budgets, PlainPages pages, SessionPaths paths) {
        this(limits, budgets, Clock.systemUTC(), pages, paths);
    }

    TenantBinding(SessionLimits limits, SessionBudgets budgets, Clock clock, PlainPages pages, SessionPaths paths) {
        this.limits = limits;
        this.budgets = budgets;
        this.clock = clock;
        this.pages = pages;
        this.paths = paths;
    }

    /** The tenant that the gateway found for this request's host; null at the bare host. */
    public static @Nullable String tenantOf(HttpServletRequest request) {
        var header = request.getHeader(TENANT_HEADER);
        return header != null && SLUG.matcher(header).matches() ? header : null;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !paths.isBound(request);
    }

    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var place = BoundRequest.Place.of(request);
        var session = living(request.getSession(false));
        if (session != null && !place.equals(BoundRequest.placeOf(session))) {
            pages.write(response, HttpStatus.UNAUTHORIZED, "page.wrong-tenant");
            return;
        }
        if (asksForWebSocket(request) && UserSession.of(session) == null) {
            pages.write(response, HttpStatus.UNAUTHORIZED, "page.refused");
            return;
        }
        if (session == null && !budgets.hasRoom(request) && !paths.isOpen(request)) {
            response.setHeader("Retry-After", "60");
            pages.write(response, HttpStatus.SERVICE_UNAVAILABLE, "page.too-many-sessions");
            return;
        }
        chain.doFilter(new BoundRequest(request, place, budgets, BEFORE_SIGN_IN), response);
    }

    private @Nullable HttpSession living(@Nullable HttpSession session) {
        if (session != null && isOver(session)) {
            session.invalidate();
            return null;
        }
        return session;
    }

    private boolean isOver(HttpSession session) {
        var life = UserSession.of(session) == null ? BEFORE_SIGN_IN : limits.life();
        return clock.instant()
                .isAfter(Instant.ofEpochMilli(session.getCreationTime()).plus(life));
    }

    private static boolean asksForWebSocket(HttpServletRequest request) {
        return "websocket".equalsIgnoreCase(request.getHeader(HttpHeaders.UPGRADE));
    }
}
