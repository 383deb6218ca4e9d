package id.satuatap.core.outbox;

import id.satuatap.core.database.TenantId;
import reactor.core.publisher.Mono;

/**
 * Hears of each event at least once, after it is safely kept, with the event's tenant in the context. Must be idempotent:
 * after a failure or a crash it hears of the event again.
 */
public interface OutboxListener {

    Mono<Void> on(TenantId tenant, KeptEvent event);
}
