package id.satuatap.core.outbox;

import id.satuatap.core.database.CurrentTenant;
import id.satuatap.core.database.TenantId;
import id.satuatap.core.outbox.DeliveryRepository.Count;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** How many events are parked, for the operator: counted tenant by tenant as the relay goes round. No reason to take a core out of service. */
@Component
class OutboxHealthIndicator implements ReactiveHealthIndicator {

    private final Deliveries deliveries;
    private final Map<TenantId, List<Count>> parked = new ConcurrentHashMap<>();

    OutboxHealthIndicator(Deliveries deliveries, MeterRegistry metrics) {
        this.deliveries = deliveries;
        metrics.gauge(
                "satuatap.outbox.parked",
                this,
                health -> health.byListener().values().stream()
                        .mapToLong(Long::longValue)
                        .sum());
    }

    /** Counts a tenant's anew. */
    Mono<Void> look(TenantId tenant) {
        return deliveries
                .parkedCounts()
                .doOnNext(counts -> parked.put(tenant, counts))
                .contextWrite(context -> CurrentTenant.put(context, tenant))
                .then();
    }

    @Override
    public Mono<Health> health() {
        return Mono.fromSupplier(
                () -> Health.up().withDetail("parked", byListener()).build());
    }

    private Map<String, Long> byListener() {
        var sums = new TreeMap<String, Long>();
        parked.values()
                .forEach(counts -> counts.forEach(count -> sums.merge(count.listener(), count.parked(), Long::sum)));
        return sums;
    }
}
