package id.satuatap.core.tenancy;

import id.satuatap.core.database.CurrentTenant;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Work in the background that goes from tenant to tenant, again and again. What fails in one is left for the next round and holds up no
 * other. A suspended tenant is left alone: it may be being restored.
 */
public abstract class Rounds implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);

    private final Tenants tenants;
    private final Duration afterStart;
    private final Duration every;
    private @Nullable Disposable running;

    protected Rounds(Tenants tenants, Duration afterStart, Duration every) {
        this.tenants = tenants;
        this.afterStart = afterStart;
        this.every = every;
    }

    /** What there is to do in this tenant, which is the one in the context. */
    protected abstract Mono<Void> visit(Tenant tenant);

    @Override
    public void start() {
        running = Flux.interval(afterStart, every)
                .onBackpressureDrop()
                .concatMap(tick -> round())
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

    protected final Mono<Void> round() {
        return tenants.working()
                .flatMapIterable(all -> all)
                .concatMap(this::quietly)
                .then()
                .onErrorResume(away -> Mono.empty());
    }

    private Mono<Void> quietly(Tenant tenant) {
        return Mono.defer(() -> visit(tenant))
                .onErrorResume(failed -> {
                    LOG.warn("{} waits at {}: {}", getClass().getSimpleName(), tenant.slug(), failed.toString());
                    return Mono.empty();
                })
                .contextWrite(context -> CurrentTenant.put(context, tenant.tenantId()));
    }
}
