package id.satuatap.servlet.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A request at one place: a session that begins with it is bound to that place. */
final class BoundRequest extends HttpServletRequestWrapper {

    private static final String BOUND = TenantBinding.class.getName();

    private final Place place;
    private final SessionBudgets budgets;
    private final Duration beforeSignIn;

    BoundRequest(HttpServletRequest request, Place place, SessionBudgets budgets, Duration beforeSignIn) {
        super(request);
        this.place = place;
        this.budgets = budgets;
        this.beforeSignIn = beforeSignIn;
    }

    /** Where the session was begun; null when nobody bound it. */
    static @Nullable Object placeOf(HttpSession session) {
        return session.getAttribute(BOUND);
    }

    @Override
    public HttpSession getSession() {
        return Objects.requireNonNull(getSession(true));
    }

    @Override
    public @Nullable HttpSession getSession(boolean create) {
        var session = super.getSession(create);
        if (session != null && session.getAttribute(BOUND) == null) {
            session.setAttribute(BOUND, place);
            budgets.begin(session, this);
            session.setMaxInactiveInterval((int) beforeSignIn.toSeconds());
        }
        return session;
    }

    /** Where a session belongs: tenant (empty at the bare host) and host. */
    record Place(String tenant, String host) {

        static Place of(HttpServletRequest request) {
            return new Place(Objects.requireNonNullElse(TenantBinding.tenantOf(request), ""), request.getServerName());
        }
    }
}
