package id.satuatap.identity.http;

import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * A budget for the sessions of people who haven't signed in: sign-in, registration and forgotten password need one for
 * their form. When it is spent, the oldest session of whoever has the most makes room; so a flood displaces itself, and
 * neither those who are signed in, who don't count, nor those who are just typing.
 *
 * @see "Decision 0010"
 */
@Component
public class AnonymousSessions implements HttpSessionListener {

    private static final String VISIT = AnonymousSessions.class.getName();

    private final AnonymousSessionLimits limits;
    private final Map<String, SequencedSet<Visit>> byAddress = new HashMap<>();
    private int count;

    AnonymousSessions(AnonymousSessionLimits limits) {
        this.limits = limits;
    }

    @Override
    public void sessionCreated(HttpSessionEvent event) {
        var visit = new Visit(ClientAddress.network(clientAddress()), event.getSession());
        visit.session().setAttribute(VISIT, visit);
        visit.session().setMaxInactiveInterval((int) limits.life().toSeconds());
        admit(visit).ifPresent(AnonymousSessions::end);
    }

    @Override
    public void sessionDestroyed(HttpSessionEvent event) {
        forget(event.getSession());
    }

    /** From now on the session lasts as long as any other, and takes nobody's place. */
    public void signedIn(HttpSession session) {
        forget(session);
        session.removeAttribute(VISIT);
        session.setMaxInactiveInterval(session.getServletContext().getSessionTimeout() * 60);
    }

    /** @return who has to make room */
    private synchronized Optional<Visit> admit(Visit visit) {
        var neighbours = byAddress.computeIfAbsent(visit.address(), none -> new LinkedHashSet<>());
        neighbours.add(visit);
        count++;
        if (neighbours.size() > limits.perAddress()) {
            return Optional.of(remove(neighbours.getFirst()));
        }
        return count > limits.inAll() ? Optional.of(remove(busiest().getFirst())) : Optional.empty();
    }

    private SequencedSet<Visit> busiest() {
        return byAddress.values().stream()
                .max(Comparator.comparingInt(SequencedSet::size))
                .orElseThrow();
    }

    private synchronized void forget(HttpSession session) {
        if (session.getAttribute(VISIT) instanceof Visit visit) {
            remove(visit);
        }
    }

    private synchronized Visit remove(Visit visit) {
        var neighbours = byAddress.get(visit.address());
        if (neighbours != null && neighbours.remove(visit)) {
            count--;
            if (neighbours.isEmpty()) {
                byAddress.remove(visit.address());
            }
        }
        return visit;
    }

    private static void end(Visit visit) {
        try {
            if (visit.session().getAttribute(VISIT) != null) { // else somebody has just signed in
                visit.session().invalidate();
            }
        } catch (IllegalStateException over) {
            // it ended by itself meanwhile
        }
    }

    private static String clientAddress() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? attributes.getRequest().getRemoteAddr()
                : "";
    }

    private record Visit(String address, HttpSession session) {}
}
