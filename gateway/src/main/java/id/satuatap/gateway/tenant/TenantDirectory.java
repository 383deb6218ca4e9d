package id.satuatap.gateway.tenant;

import id.satuatap.gateway.HostName;
import id.satuatap.gateway.core.CoreInstances;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;

/** Asks platform-core every few seconds who lives at which host, and keeps the last answer while core is away. */
@Component
public class TenantDirectory implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(TenantDirectory.class);
    private static final Duration UNTIL_FIRST_ANSWER = Duration.ofSeconds(1);
    private static final Duration BETWEEN_ANSWERS = Duration.ofSeconds(5);

    private final WebClient client;
    private final CoreInstances cores;
    private volatile @Nullable Map<HostName, Tenant> tenants;
    private volatile @Nullable Instant answeredAt;
    private volatile boolean away;
    private volatile @Nullable Disposable polling;

    TenantDirectory(WebClient internalWebClient, CoreInstances cores) {
        this.client = internalWebClient;
        this.cores = cores;
    }

    /** Whether core has answered at least once. Before that, no host is known and none is unknown. */
    public boolean ready() {
        return tenants != null;
    }

    public Optional<Tenant> find(HostName host) {
        var known = tenants;
        return known == null ? Optional.empty() : Optional.ofNullable(known.get(host));
    }

    public Optional<Instant> answeredAt() {
        return Optional.ofNullable(answeredAt);
    }

    public int size() {
        var known = tenants;
        return known == null
                ? 0
                : (int) known.values().stream().map(Tenant::slug).distinct().count();
    }

    Mono<Void> refresh() {
        return client.get()
                .uri(cores.next().resolve("/api/v1/tenants"))
                .retrieve()
                .bodyToMono(TenantListing.class)
                .map(TenantListing::byHost)
                .doOnNext(this::remember)
                .doOnError(this::note)
                .onErrorComplete()
                .then();
    }

    private void remember(Map<HostName, Tenant> listing) {
        if (away || tenants == null) {
            LOG.info("The tenants are known: {} hosts", listing.size());
        }
        tenants = listing;
        answeredAt = Instant.now();
        away = false;
    }

    private void note(Throwable error) {
        if (!away) {
            LOG.warn("The tenants cannot be asked for, the last known stay: {}", error.toString());
        }
        away = true;
    }

    @Override
    public void start() {
        polling = Mono.defer(this::refresh)
                .repeatWhen(
                        rounds -> rounds.concatMap(round -> Mono.delay(ready() ? BETWEEN_ANSWERS : UNTIL_FIRST_ANSWER)))
                .subscribe();
    }

    @Override
    public void stop() {
        var running = polling;
        if (running != null) {
            running.dispose();
        }
        polling = null;
    }

    @Override
    public boolean isRunning() {
        return polling != null;
    }
}
