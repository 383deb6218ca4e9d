package id.satuatap.core.tenancy;

import com.github.benmanes.caffeine.cache.AsyncLoadingCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import id.satuatap.core.shared.NotFound;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** The register of tenants as all may read it. Remembered for at most five seconds, so that a suspension is felt soon. */
@Service
public class Tenants {

    private final TenantRegister register;
    private final AsyncLoadingCache<String, Known> remembered;

    /** The whole register, and the visible ones by their slug: every request asks for one. */
    private record Known(List<Tenant> all, Map<String, Tenant> visible) {

        static Known of(List<Tenant> all) {
            return new Known(
                    all,
                    all.stream()
                            .filter(Tenant::visible)
                            .collect(Collectors.toUnmodifiableMap(Tenant::slug, Function.identity())));
        }
    }

    Tenants(TenantRegister register) {
        this.register = register;
        this.remembered = Caffeine.newBuilder()
                .expireAfterWrite(Duration.ofSeconds(5))
                .maximumSize(1)
                .buildAsync((key, executor) ->
                        register.all().collectList().map(Known::of).toFuture());
    }

    /** All tenants that outsiders may know of. */
    public Mono<List<Tenant>> visible() {
        return known().map(known -> known.all().stream().filter(Tenant::visible).toList());
    }

    /** Those for which work goes on in the background: in a suspended one nothing is written, since it may be being restored. */
    public Mono<List<Tenant>> working() {
        return known().map(known -> known.all().stream()
                .filter(tenant -> tenant.state() == Tenant.State.ACTIVE)
                .toList());
    }

    /** The visible tenant of this slug; none when there is no such tenant. */
    public Mono<Tenant> find(String slug) {
        return known().mapNotNull(known -> known.visible().get(slug));
    }

    public Mono<Tenant> get(String slug) {
        return find(slug).switchIfEmpty(Mono.error(() -> new NotFound("tenant.unknown")));
    }

    public Mono<Tenant> get(UUID id) {
        return known().mapNotNull(known -> known.all().stream()
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

    private Mono<Known> known() {
        return Mono.fromFuture(() -> remembered.get("all"), true);
    }
}
