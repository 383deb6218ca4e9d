package id.satuatap.servlet.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionBindingListener;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * How many browser sessions a tenant has: those of people who signed in, and apart from them those of visitors who have not, few for a tenant and
 * fewer for one address. So strangers cannot take the officials' room.
 */
@Component
class SessionBudgets {

    private static final String COUNTED = SessionBudgets.class.getName();
    private static final int NETWORK_GROUPS = 4;

    private final SessionLimits limits;
    private final Map<String, Integer> counts = new ConcurrentHashMap<>();

    SessionBudgets(SessionLimits limits) {
        this.limits = limits;
    }

    /** Whether a visitor may begin a session. */
    boolean hasRoom(HttpServletRequest request) {
        return count(visitors(request)) < limits.visitorsPerTenant()
                && count(visitorsAtAddress(request)) < limits.visitorsPerAddress();
    }

    /** A visitor's session has begun. */
    void begin(HttpSession session, HttpServletRequest request) {
        session.setAttribute(COUNTED, new Counted(counts, List.of(visitors(request), visitorsAtAddress(request))));
    }

    /** Counts the session as a signed-in person's from now on; false if the tenant has no room for one more. */
    boolean signIn(HttpSession session, HttpServletRequest request) {
        var people = "people " + tenant(request);
        session.setAttribute(COUNTED, new Counted(counts, List.of(people)));
        return count(people) <= limits.perTenant();
    }

    private int count(String key) {
        return counts.getOrDefault(key, 0);
    }

    private static String visitors(HttpServletRequest request) {
        return "visitors " + tenant(request);
    }

    /** An IPv6 subscriber owns at least a /64: four groups of the address. */
    private static String visitorsAtAddress(HttpServletRequest request) {
        var groups = request.getRemoteAddr().split(":", NETWORK_GROUPS + 1);
        return visitors(request) + " "
                + String.join(":", List.of(groups).subList(0, Math.min(groups.length, NETWORK_GROUPS)));
    }

    private static String tenant(HttpServletRequest request) {
        return Objects.requireNonNullElse(TenantBinding.tenantOf(request), "");
    }

    /** The container tells when a session ends, or is counted otherwise. */
    private record Counted(Map<String, Integer> counts, List<String> keys) implements HttpSessionBindingListener {

        @Override
        public void valueBound(HttpSessionBindingEvent event) {
            keys.forEach(key -> counts.merge(key, 1, Integer::sum));
        }

        @Override
        public void valueUnbound(HttpSessionBindingEvent event) {
            keys.forEach(key -> counts.computeIfPresent(key, (same, count) -> count > 1 ? count - 1 : null));
        }
    }
}
