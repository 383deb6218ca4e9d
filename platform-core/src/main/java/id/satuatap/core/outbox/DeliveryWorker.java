package id.satuatap.core.outbox;

import id.satuatap.core.database.CurrentTenant;
import id.satuatap.core.database.TenantId;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Tells one listener of the events of one tenant, in turn, and keeps how it ended: a batch at a time, and what is done after a moment. */
@Component
class DeliveryWorker {

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryWorker.class);
    private static final int BATCH = 50;

    /** How long something heard may wait to be kept; after a crash it is heard again. */
    private static final Duration SOON = Duration.ofMillis(50);

    private final Deliveries deliveries;
    private final OutboxHealthIndicator health;
    private final MeterRegistry metrics;

    DeliveryWorker(Deliveries deliveries, OutboxHealthIndicator health, MeterRegistry metrics) {
        this.deliveries = deliveries;
        this.health = health;
        this.metrics = metrics;
    }

    /** Until nothing is due. Never fails: what could not be told is told later. */
    Mono<Void> tell(TenantId tenant, OutboxListener listener) {
        return Mono.defer(() -> batch(tenant, listener, System.nanoTime()))
                .repeat()
                .takeUntil(size -> size < BATCH)
                .then()
                .onErrorResume(failed -> {
                    LOG.warn("events of {} wait for {}: {}", tenant, listener.name(), failed.toString());
                    return Mono.empty();
                })
                .contextWrite(context -> CurrentTenant.put(context, tenant));
    }

    private Mono<Integer> batch(TenantId tenant, OutboxListener listener, long start) {
        var patience = listener.patience();
        var lastBegin = patience.hold().minus(patience.timeout()).toNanos(); // else another instance holds it, too
        return deliveries
                .claim(listener.name(), BATCH, patience.hold())
                .flatMap(claimed -> Flux.fromIterable(claimed)
                        .takeWhile(next -> System.nanoTime() - start < lastBegin)
                        .concatMap(next -> tell(tenant, listener, next), 1)
                        .bufferTimeout(BATCH, SOON, true)
                        .concatMap(outcomes -> keep(tenant, listener, outcomes))
                        .then(Mono.just(claimed.size())));
    }

    private Mono<Outcome> tell(TenantId tenant, OutboxListener listener, Claimed claimed) {
        return Mono.defer(() -> listener.on(tenant, claimed.event()))
                .timeout(listener.patience().timeout())
                .thenReturn(new Outcome(claimed, null))
                .onErrorResume(failure -> Mono.just(new Outcome(claimed, failure)));
    }

    private Mono<Void> keep(TenantId tenant, OutboxListener listener, List<Outcome> outcomes) {
        outcomes.stream()
                .filter(outcome -> outcome.failure() != null)
                .forEach(outcome -> report(tenant, listener, outcome));
        return deliveries
                .keep(listener, outcomes)
                .then(Mono.defer(() -> outcomes.stream().anyMatch(outcome -> outcome.parks(listener.patience()))
                        ? health.look(tenant)
                        : Mono.empty()));
    }

    private void report(TenantId tenant, OutboxListener listener, Outcome outcome) {
        metrics.counter("satuatap.outbox.failures", "listener", listener.name()).increment();
        var event = outcome.claimed().event();
        var log = outcome.parks(listener.patience()) ? LOG.atError() : LOG.atWarn();
        log.addKeyValue("tenantId", tenant)
                .setCause(outcome.failure())
                .log(
                        outcome.parks(listener.patience())
                                ? "{} {} is parked: {} failed {} times"
                                : "{} {} is told to {} again later, after {} attempts",
                        event.type(),
                        event.id(),
                        listener.name(),
                        outcome.attempts());
    }
}
