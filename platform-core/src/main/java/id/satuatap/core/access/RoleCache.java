package id.satuatap.core.access;

import com.github.benmanes.caffeine.cache.AsyncLoadingCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import id.satuatap.core.database.CurrentTenant;
import id.satuatap.core.database.TenantId;
import id.satuatap.core.tenancy.Tenant;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Remembers roles for at most five seconds: with tokens of 60 seconds, a right that ended is gone within the minute. */
@Component
public class RoleCache {

    private record Key(@Nullable TenantId tenant, LocalDate today, String issuer, String subject) {}

    private final Memberships memberships;
    private final AsyncLoadingCache<Key, Set<Role>> roles;

    RoleCache(Memberships memberships) {
        this.memberships = memberships;
        this.roles = Caffeine.newBuilder()
                .expireAfterWrite(Duration.ofSeconds(5))
                .maximumSize(50_000)
                .buildAsync((key, executor) -> load(key).toFuture());
    }

    Mono<Set<Role>> rolesOf(@Nullable Tenant tenant, String issuer, String subject) {
        var key = tenant == null
                ? new Key(null, LocalDate.EPOCH, issuer, subject)
                : new Key(tenant.tenantId(), LocalDate.now(ZoneId.of(tenant.zone())), issuer, subject);
        return Mono.fromFuture(() -> roles.get(key), true);
    }

    /** Forgets the roles in the present tenant: once a change of them is committed, never before. */
    public Mono<Void> forgetHere() {
        return CurrentTenant.get()
                .doOnNext(tenant -> roles.synchronous().asMap().keySet().removeIf(key -> tenant.equals(key.tenant())))
                .then();
    }

    private Mono<Set<Role>> load(Key key) {
        var tenant = key.tenant();
        if (tenant == null) {
            return memberships
                    .isOperator(key.issuer(), key.subject())
                    .map(operator -> operator ? Set.of(Role.PLATFORM_OPERATOR) : Set.<Role>of());
        }
        return memberships
                .rolesOf(key.issuer(), key.subject(), key.today())
                .contextWrite(context -> CurrentTenant.put(context, tenant));
    }
}
