package id.satuatap.core.outbox;

import id.satuatap.core.database.CurrentTenant;
import id.satuatap.core.database.TenantId;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** The events of one tenant as they happen, for screens that stay open. Ends when events may have been missed, so that the screen comes
 * back and looks for itself. Read again under the tenant's policy, never from the payload. */
@Component
public class LiveEvents {

    private final Notifications notifications;
    private final WaitingEvents events;

    LiveEvents(Notifications notifications, WaitingEvents events) {
        this.notifications = notifications;
        this.events = events;
    }

    public Flux<KeptEvent> of(TenantId tenant) {
        return notifications
                .all()
                .takeUntil(heard -> heard instanceof Notifications.Listening) // something went unheard: begin anew
                .ofType(Notifications.Committed.class)
                .filter(committed -> committed.tenant().equals(tenant))
                .onBackpressureBuffer(100)
                .concatMap(committed -> events.find(committed.event()))
                .contextWrite(context -> CurrentTenant.put(context, tenant));
    }
}
