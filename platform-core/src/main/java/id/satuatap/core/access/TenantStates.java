package id.satuatap.core.access;

import id.satuatap.core.outbox.Event;
import id.satuatap.core.outbox.Outbox;
import id.satuatap.core.shared.RuleBroken;
import id.satuatap.core.tenancy.CurrentTenant;
import id.satuatap.core.tenancy.Tenant;
import id.satuatap.core.tenancy.Tenants;
import java.util.UUID;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Opens and closes tenants: the operator's act, kept in the tenant's own record. */
@Service
class TenantStates {

    record TenantStateChanged(UUID subject, Tenant.State from, Tenant.State to) implements Event {

        @Override
        public String type() {
            return "tenancy.state-changed";
        }
    }

    private final Tenants tenants;
    private final Outbox outbox;

    TenantStates(Tenants tenants, Outbox outbox) {
        this.tenants = tenants;
        this.outbox = outbox;
    }

    Mono<Void> change(String slug, Tenant.State state) {
        if (state != Tenant.State.ACTIVE && state != Tenant.State.SUSPENDED) {
            return Mono.error(() -> new RuleBroken("tenant.state"));
        }
        return tenants.get(slug)
                .flatMap(tenant -> outbox.append(new TenantStateChanged(tenant.id(), tenant.state(), state))
                        .then(tenants.changeState(tenant, state))
                        .contextWrite(context -> CurrentTenant.put(context, tenant.tenantId())));
    }
}
