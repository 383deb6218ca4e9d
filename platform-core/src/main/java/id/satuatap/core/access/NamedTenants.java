package id.satuatap.core.access;

import id.satuatap.core.database.CurrentTenant;
import id.satuatap.core.shared.Forbidden;
import id.satuatap.core.tenancy.Tenant;
import id.satuatap.core.tenancy.Tenants;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Public reading of a tenant that the path names, so that it works on the bare host, too. A host of another tenant is refused. */
@Component
public class NamedTenants {

    private final Tenants tenants;

    NamedTenants(Tenants tenants) {
        this.tenants = tenants;
    }

    /** Reads within the tenant of this slug; 404 when there is none, 403 when it is suspended or not this host's. */
    public <T> Mono<T> within(String slug, Function<Tenant, Mono<T>> reading) {
        return named(slug)
                .flatMap(tenant ->
                        reading.apply(tenant).contextWrite(context -> CurrentTenant.put(context, tenant.tenantId())));
    }

    private Mono<Tenant> named(String slug) {
        return tenants.get(slug).zipWith(Actor.current()).map(found -> {
            var named = found.getT1();
            var here = found.getT2().tenant();
            if (here != null && !here.id().equals(named.id())) {
                throw new Forbidden("tenant.mismatch");
            }
            if (named.state() == Tenant.State.SUSPENDED) {
                throw new Forbidden("tenant.suspended", named.name());
            }
            return named;
        });
    }
}
