package id.satuatap.core.outbox;

import id.satuatap.core.database.CurrentTenant;
import id.satuatap.core.database.TenantId;
import id.satuatap.core.tenancy.Tenant;
import id.satuatap.core.tenancy.Tenants;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Tells listeners of kept events, tenant by tenant, each in a context of its own: at once when PostgreSQL notifies, and by a sweep
 * over all tenants for what was missed. A listener that fails is tried again later; the other events go on.
 */
@Component
class OutboxRelay implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxRelay.class);
    private static final int BATCH = 50;
    private static final Duration SWEEP = Duration.ofSeconds(30);

    /** The longest that one listener may take; shorter than an event is held for one instance. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final WaitingEvents waiting;
    private final Notifications notifications;
    private final List<OutboxListener> listeners;
    private final Tenants tenants;
    private @Nullable Disposable running;

    OutboxRelay(WaitingEvents waiting, Notifications notifications, List<OutboxListener> listeners, Tenants tenants) {
        this.waiting = waiting;
        this.notifications = notifications;
        this.listeners = listeners;
        this.tenants = tenants;
    }

    @Override
    public void start() {
        var told = notifications.all().concatMap(heard -> switch (heard) {
            case Notifications.Committed committed -> Flux.just(committed.tenant());
            case Notifications.Listening unheardBefore -> everyone();
        });
        var sweep = Flux.interval(SWEEP, SWEEP).onBackpressureDrop().concatMap(tick -> everyone());
        running = Flux.merge(told, sweep)
                .groupBy(tenant -> tenant, 1024)
                .flatMap(group -> group.onBackpressureLatest().concatMap(this::drain, 1), 1024)
                .retryWhen(Retry.backoff(Long.MAX_VALUE, Duration.ofSeconds(1)))
                .subscribe();
    }

    @Override
    public void stop() {
        if (running != null) {
            running.dispose();
            running = null;
        }
    }

    @Override
    public boolean isRunning() {
        return running != null;
    }

    private Flux<TenantId> everyone() {
        return tenants.visible()
                .onErrorResume(away -> Mono.empty())
                .flatMapIterable(all -> all)
                .map(Tenant::tenantId);
    }

    private Mono<Void> drain(TenantId tenant) {
        return waiting.next(BATCH)
                .flatMap(events -> Flux.fromIterable(events)
                        .concatMap(event -> relay(tenant, event))
                        .then(Mono.just(events.size())))
                .repeat()
                .takeUntil(size -> size < BATCH)
                .then()
                .onErrorResume(failed -> {
                    LOG.warn("events of {} wait: {}", tenant, failed.toString());
                    return Mono.empty();
                })
                .contextWrite(context -> CurrentTenant.put(context, tenant));
    }

    private Mono<Void> relay(TenantId tenant, KeptEvent event) {
        return Flux.fromIterable(listeners)
                .concatMap(listener -> listener.on(tenant, event).timeout(PATIENCE))
                .then(waiting.relayed(event))
                .onErrorResume(failed -> {
                    LOG.atWarn()
                            .addKeyValue("tenantId", tenant)
                            .setCause(failed)
                            .log("{} {} is told again later", event.type(), event.id());
                    return waiting.tryAgain(event);
                });
    }
}
