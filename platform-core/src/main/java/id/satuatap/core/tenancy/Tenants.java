package id.satuatap.core.tenancy;

import com.github.benmanes.caffeine.cache.AsyncLoadingCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import id.satuatap.core.shared.NotFound;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** The register of tenants as all may read it. Remembered for at most five seconds, so that a suspension is felt soon. */
@Service
public class Tenants {

    private final TenantRegister register;
    private final AsyncLoadingCache<String, List<Tenant>> remembered;

    Tenants(TenantRegister register) {
        this.register = register;
        this.remembered = Caffeine.newBuilder()
                .expireAfterWrite(Duration.ofSeconds(5))
                .maximumSize(1)
                .buildAsync((key, executor) -> register.all().collectList().toFuture());
    }

    /** All tenants that outsiders may know of. */
    public Mono<List<Tenant>> visible() {
        return all().map(tenants -> tenants.stream().filter(Tenant::visible).toList());
    }

    /** The visible tenant of this slug; none when there is no such tenant. */
    public Mono<Tenant> find(String slug) {
        return all().mapNotNull(tenants -> tenants.stream()
                .filter(tenant -> tenant.visible() && tenant.slug().equals(slug))
                .findFirst()
                .orElse(null));
    }

    public Mono<Tenant> get(String slug) {
        return find(slug).switchIfEmpty(Mono.error(() -> new NotFound("tenant.unknown")));
    }

    public Mono<Tenant> get(UUID id) {
        return all().mapNotNull(tenants -> tenants.stream()
                        .filter(tenant -> tenant.id().equals(id))
                        .findFirst()
                        .orElse(null))
                .switchIfEmpty(Mono.error(() -> new NotFound("tenant.unknown")));
    }

    /** Suspends a tenant, or lets it work again; false when its state is no longer the one that was read. */
    public Mono<Boolean> changeState(Tenant tenant, Tenant.State state) {
        return register.changeState(tenant, state);
    }

    /** Reads the register anew at the next question. For this instance; the others follow within five seconds. */
    public void forget() {
        remembered.synchronous().invalidateAll();
    }

    private Mono<List<Tenant>> all() {
        return Mono.fromFuture(() -> remembered.get("all"), true);
    }
}
