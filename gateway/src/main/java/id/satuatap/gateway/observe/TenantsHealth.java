package id.satuatap.gateway.observe;

import id.satuatap.gateway.tenant.TenantDirectory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Ready once the tenants are known, and from then on: the last known ones serve while core is away. */
@Component("tenants")
class TenantsHealth implements ReactiveHealthIndicator {

    private final TenantDirectory directory;

    TenantsHealth(TenantDirectory directory) {
        this.directory = directory;
    }

    @Override
    public Mono<Health> health() {
        return Mono.fromSupplier(() -> {
            var health =
                    directory.ready() ? Health.up().withDetail("tenants", directory.size()) : Health.outOfService();
            directory.answeredAt().ifPresent(at -> health.withDetail("answeredAt", at.toString()));
            return health.build();
        });
    }
}
