package id.satuatap.admin.session;

import com.vaadin.flow.shared.Registration;
import id.satuatap.servlet.core.CoreClients;
import id.satuatap.servlet.session.UserSession;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * What happens at core, for screens that stay open: one stream for each signed-in session, however many screens it has. A screen says the
 * names that it waits for. What happened between two streams is not repeated, so a screen looks anew whenever it is connected again.
 */
@Component
public class CoreEvents {

    private final CoreClients clients;
    private final Map<UserSession, EventStream> streams = new ConcurrentHashMap<>();

    CoreEvents(CoreClients clients) {
        this.clients = clients;
    }

    /** Told on another thread than the screen's. */
    public interface Listener {

        /** Something that the screen waits for, at most once a second however much it is: the last of it was this event. */
        void happened(String event);

        void connected();

        void disconnected();
    }

    /**
     * Listens until the registration is removed or the sign-in is over. Returns when it hears (after a second at the latest, if core does
     * not answer), so that whoever asks core afterwards misses nothing.
     */
    public Registration subscribe(Set<String> names, Listener listener) {
        var session = UserSession.current();
        var screen = new Screen(names, listener);
        var stream = streams.compute(session, (same, running) -> {
            var joined = running == null
                    ? new EventStream(clients, session, over -> streams.remove(session, over))
                    : running;
            joined.add(screen);
            return joined;
        });
        stream.awaitFirstAnswer();
        return () -> streams.computeIfPresent(session, (same, running) -> running.remove(screen) ? null : running);
    }
}
