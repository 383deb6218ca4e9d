package id.satuatap.core.outbox;

import id.satuatap.core.database.CurrentTenant;
import id.satuatap.core.database.TenantId;
import id.satuatap.core.tenancy.Tenant;
import id.satuatap.core.tenancy.Tenants;
import java.time.Duration;
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
 * Sees to it that listeners hear of kept events: at once when PostgreSQL notifies, and by a round over all tenants for what was missed.
 * Each listener goes on by itself in each tenant, one batch after the other: what holds one up holds up no other.
 *
 * @see "Decision 0003"
 */
@Component
class OutboxRelay implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxRelay.class);
    private static final Duration ROUND = Duration.ofSeconds(30);
    private static final int TENANTS_AT_ONCE = 4;

    /** Groups are as many as there are tenants, and listeners in them: fewer at once, and the rest would wait for ever. */
    private static final int ALL = Integer.MAX_VALUE;

    private record Due(TenantId tenant, String listener) {}

    private final Deliveries deliveries;
    private final DeliveryWorker worker;
    private final OutboxHealthIndicator health;
    private final Notifications notifications;
    private final Listeners listeners;
    private final Tenants tenants;
    private @Nullable Disposable running;

    OutboxRelay(
            Deliveries deliveries,
            DeliveryWorker worker,
            OutboxHealthIndicator health,
            Notifications notifications,
            Listeners listeners,
            Tenants tenants) {
        this.deliveries = deliveries;
        this.worker = worker;
        this.health = health;
        this.notifications = notifications;
        this.listeners = listeners;
        this.tenants = tenants;
    }

    @Override
    public void start() {
        running = oweHistory()
                .thenMany(notifications.all().publish(heard -> Flux.merge(told(heard), missed(heard))))
                .groupBy(due -> due, ALL)
                .flatMap(group -> group.onBackpressureLatest().concatMap(this::tell, 1), ALL)
                .retryWhen(Retry.backoff(Long.MAX_VALUE, Duration.ofSeconds(1)).maxBackoff(ROUND))
                .subscribe();
    }

    /** What was committed just now. Many in one tenant are looked at together. */
    private Flux<Due> told(Flux<Notifications.Notification> heard) {
        return heard.ofType(Notifications.Committed.class)
                .groupBy(Notifications.Committed::tenant, ALL)
                .flatMap(group -> group.onBackpressureLatest().concatMap(one -> due(one.tenant()), 1), ALL);
    }

    /** What nobody told of, or whose time has come: now and then, and when we begin to hear. */
    private Flux<Due> missed(Flux<Notifications.Notification> heard) {
        return Flux.merge(heard.ofType(Notifications.Listening.class), Flux.interval(ROUND))
                .onBackpressureLatest()
                .concatMap(turn -> everyone().flatMap(this::look, TENANTS_AT_ONCE), 1);
    }

    private Flux<Due> look(TenantId tenant) {
        return health.look(tenant).onErrorComplete().thenMany(due(tenant));
    }

    private Flux<Due> due(TenantId tenant) {
        return deliveries
                .due(listeners.names())
                .onErrorResume(away -> {
                    LOG.warn("events of {} wait: {}", tenant, away.toString());
                    return Mono.empty();
                })
                .flatMapIterable(names -> names)
                .map(name -> new Due(tenant, name))
                .contextWrite(context -> CurrentTenant.put(context, tenant));
    }

    private Mono<Void> tell(Due due) {
        return Flux.fromIterable(listeners.all())
                .filter(listener -> listener.name().equals(due.listener()))
                .concatMap(listener -> worker.tell(due.tenant(), listener))
                .then();
    }

    /** To listeners who are new and ask for it. */
    private Mono<Void> oweHistory() {
        return Flux.fromIterable(listeners.all())
                .filter(OutboxListener::wantsHistory)
                .concatMap(listener -> everyone()
                        .concatMap(tenant -> deliveries
                                .oweHistory(listener)
                                .contextWrite(context -> CurrentTenant.put(context, tenant))))
                .then();
    }

    private Flux<TenantId> everyone() {
        return tenants.visible()
                .onErrorResume(away -> Mono.empty())
                .flatMapIterable(all -> all)
                .map(Tenant::tenantId);
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
}
