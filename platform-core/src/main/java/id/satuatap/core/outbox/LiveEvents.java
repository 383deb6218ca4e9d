package id.satuatap.core.outbox;

import id.satuatap.core.database.CurrentTenant;
import id.satuatap.core.database.TenantId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/**
 * The events of one tenant as they happen, for screens that stay open: read once, under the tenant's policy, however many screens there
 * are. Ends when events may have been missed, so that the screen comes back and looks for itself.
 */
@Component
public class LiveEvents {

    private static final Logger LOG = LoggerFactory.getLogger(LiveEvents.class);
    private static final int TOGETHER = 100;
    private static final Duration MOMENT = Duration.ofMillis(10);
    private static final int UNREAD = 10_000;
    private static final int UNSENT = 100;

    private final Notifications notifications;
    private final KeptEvents events;
    private final Map<TenantId, Flux<KeptEvent>> reading = new ConcurrentHashMap<>();

    LiveEvents(Notifications notifications, KeptEvents events) {
        this.notifications = notifications;
        this.events = events;
    }

    /** Those that have a broadcast; whom it is for, the caller asks. */
    public Flux<KeptEvent> of(TenantId tenant) {
        return reading.computeIfAbsent(tenant, this::read)
                .onBackpressureBuffer(UNSENT) // a screen that takes nothing holds up none of the others
                .onErrorResume(missed -> {
                    LOG.debug("screens of {} look for themselves", tenant, missed);
                    return Flux.empty();
                });
    }

    /** One reading for all who are there, begun by the first and ended by the last of them. */
    private Flux<KeptEvent> read(TenantId tenant) {
        return notifications
                .all()
                .takeUntil(heard -> heard instanceof Notifications.Listening) // something went unheard: begin anew
                .ofType(Notifications.Committed.class)
                .filter(committed -> committed.tenant().equals(tenant))
                .map(Notifications.Committed::event)
                .onBackpressureBuffer(UNREAD)
                .bufferTimeout(TOGETHER, MOMENT, true)
                .concatMap((List<UUID> ids) -> events.broadcast(ids))
                .contextWrite(context -> CurrentTenant.put(context, tenant))
                .publish()
                .refCount(1);
    }
}
