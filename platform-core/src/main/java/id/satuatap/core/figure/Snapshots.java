package id.satuatap.core.figure;

import id.satuatap.core.database.CurrentTenant;
import id.satuatap.core.tenancy.Rounds;
import id.satuatap.core.tenancy.Tenant;
import id.satuatap.core.tenancy.Tenants;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Keeps one snapshot of each figure for each day of each tenant, in the first hour of that day by the tenant's clock: it looks every hour
 * what is missing, so what failed, or was slept through, is made up for the same day. Of instances that do it at once the first counts.
 */
@Component
class Snapshots extends Rounds {

    private static final Logger LOG = LoggerFactory.getLogger(Snapshots.class);
    private static final Duration AFTER_START = Duration.ofMinutes(2);
    private static final Duration EVERY = Duration.ofHours(1);

    private final List<Measured> measured;
    private final Figures figures;

    Snapshots(List<Measured> measured, Figures figures, Tenants tenants) {
        super(tenants, AFTER_START, EVERY);
        this.measured = measured;
        this.figures = figures;
    }

    @Override
    protected Mono<Void> visit(Tenant tenant) {
        return take(tenant);
    }

    /** Of today. A figure that can't be measured holds up no other. */
    Mono<Void> take(Tenant tenant) {
        return Flux.fromIterable(measured)
                .concatMap(one -> figures.snapshot(tenant, one, tenant.today()).onErrorResume(failed -> {
                    LOG.warn("figure {} of {} is missing for now: {}", one.key(), tenant.slug(), failed.toString());
                    return Mono.empty();
                }))
                .then()
                .contextWrite(context -> CurrentTenant.put(context, tenant.tenantId()));
    }
}
