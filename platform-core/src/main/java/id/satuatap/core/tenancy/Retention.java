package id.satuatap.core.tenancy;

import id.satuatap.core.database.TenantId;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Removes what has aged, every hour, tenant by tenant, in small batches: each a transaction of its own, so that nobody waits for it. What
 * may go, functions in the database say. Instances that do it at once pass over each other's rows.
 */
@Component
class Retention extends Rounds {

    static final int BATCH = 500;

    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);
    private static final Duration AFTER_START = Duration.ofMinutes(10);
    private static final Duration EVERY = Duration.ofHours(1);

    private final List<Aging> agings;
    private final MeterRegistry metrics;

    Retention(List<Aging> agings, Tenants tenants, MeterRegistry metrics) {
        super(tenants, AFTER_START, EVERY);
        this.agings = agings;
        this.metrics = metrics;
    }

    @Override
    protected Mono<Void> visit(Tenant tenant) {
        return Flux.fromIterable(agings)
                .concatMap(aging -> trim(aging, tenant.tenantId()))
                .then();
    }

    private Mono<Void> trim(Aging aging, TenantId tenant) {
        return aging.trim(BATCH)
                .doOnNext(removed -> metrics.counter("satuatap.retention.removed", "what", removed.what())
                        .increment(removed.rows()))
                .repeat()
                .takeUntil(removed -> removed.rows() < BATCH)
                .then()
                .onErrorResume(failed -> {
                    LOG.warn("aged rows of {} stay for now: {}", tenant, failed.toString());
                    return Mono.empty();
                });
    }
}
