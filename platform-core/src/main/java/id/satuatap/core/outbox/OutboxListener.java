package id.satuatap.core.outbox;

import id.satuatap.core.database.TenantId;
import reactor.core.publisher.Mono;

/**
 * Hears of each event that it wants at least once, after it is safely kept, with the event's tenant in the context. Must be idempotent:
 * after a failure or a crash it hears of the event again. It waits for no other listener.
 *
 * @see "Decision 0003"
 */
public interface OutboxListener {

    /** Stable: what it owes is stored under this name. Who removes a listener settles in a migration what it still owes. */
    String name();

    /** Whether it is to hear of events of this type. Asked when an event is appended. */
    boolean wants(String type);

    /** How long it may take, and how often it is tried. */
    default Patience patience() {
        return Patience.USUAL;
    }

    /** Whether, when it is new, it is owed the events that are still kept, too, and not only those to come. */
    default boolean wantsHistory() {
        return false;
    }

    Mono<Void> on(TenantId tenant, KeptEvent event);
}
