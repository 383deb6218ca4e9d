package id.satuatap.citizen.tenant;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/** Names platform-core when it is the broken part. The pages stay up without it, so readiness doesn't depend on it. */
@Component
class CoreHealthIndicator extends AbstractHealthIndicator {

    private final TenantClient client;

    CoreHealthIndicator(TenantClient client) {
        super("platform-core gives no answer");
        this.client = client;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        builder.up().withDetail("tenants", client.list().items().size());
    }
}
