package id.satuatap.core.outbox;

import id.satuatap.core.database.TenantId;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionSynchronization;
import org.springframework.transaction.reactive.TransactionSynchronizationManager;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Tells all instances which events were committed, a few milliseconds' worth at a time. Not in the transaction of the change: who notifies
 * there holds a lock over the whole database until his commit is on the disk, and all tenants would write one after the other. What is
 * lost because an instance dies just then, the relay's sweep finds.
 *
 * @see "Decision 0003"
 */
@Component
class CommittedEvents implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(CommittedEvents.class);
    private static final int MOST = 100;
    private static final Duration TOGETHER = Duration.ofMillis(2);
    private static final Duration TURN = Duration.ofSeconds(1);

    private final Sinks.Many<String> committed = Sinks.many().unicast().onBackpressureBuffer();
    private final Disposable telling;

    CommittedEvents(KeptEvents kept) {
        this.telling = committed
                .asFlux()
                .bufferTimeout(MOST, TOGETHER, true)
                .concatMap(events -> announce(kept, events))
                .subscribe();
    }

    /** To be told when the present transaction is committed, and only then. */
    Mono<Void> onceCommitted(TenantId tenant, UUID event) {
        return TransactionSynchronizationManager.forCurrentTransaction()
                .doOnNext(transaction -> transaction.registerSynchronization(new TransactionSynchronization() {
                    @Override
                    public Mono<Void> afterCommit() {
                        return Mono.fromRunnable(() -> tell(Notifications.payload(tenant, event)));
                    }
                }))
                .then();
    }

    private void tell(String event) {
        committed.emitNext(event, Sinks.EmitFailureHandler.busyLooping(TURN));
    }

    private static Mono<Void> announce(KeptEvents kept, List<String> events) {
        return kept.announce(events).onErrorResume(failed -> {
            LOG.warn("{} events are told with the next sweep: {}", events.size(), failed.toString());
            return Mono.empty();
        });
    }

    @Override
    public void destroy() {
        telling.dispose();
    }
}
