package id.satuatap.core.platform;

import id.satuatap.core.access.Actor;
import id.satuatap.core.access.Persons;
import id.satuatap.core.outbox.Event;
import id.satuatap.core.outbox.Origin;
import id.satuatap.core.outbox.Outbox;
import id.satuatap.core.shared.Conflict;
import id.satuatap.core.shared.RuleBroken;
import id.satuatap.core.tenancy.Tenant;
import id.satuatap.core.tenancy.Tenants;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Opens and closes tenants: the operator's act, kept in the tenant's own record, in one transaction of that tenant. */
@Service
@Transactional
class TenantStates {

    record TenantStateChanged(UUID subject, Tenant.State from, Tenant.State to) implements Event {

        @Override
        public String type() {
            return "tenancy.state-changed";
        }
    }

    private final Tenants tenants;
    private final Persons persons;
    private final Outbox outbox;

    TenantStates(Tenants tenants, Persons persons, Outbox outbox) {
        this.tenants = tenants;
        this.persons = persons;
        this.outbox = outbox;
    }

    /** Changes the state, if it still is what it was when the tenant was read. Changing to the same state does nothing. */
    Mono<Void> change(Tenant tenant, Tenant.State to) {
        if (to != Tenant.State.ACTIVE && to != Tenant.State.SUSPENDED) {
            return Mono.error(() -> new RuleBroken("tenant.state"));
        }
        if (to == tenant.state()) {
            return Mono.empty();
        }
        return tenants.changeState(tenant, to)
                .filter(changed -> changed)
                .switchIfEmpty(Mono.error(() -> new Conflict("tenant.changed")))
                .then(Actor.current())
                .flatMap(operator -> persons.known(operator.account()))
                .flatMap(operator -> outbox.append(new TenantStateChanged(tenant.id(), tenant.state(), to))
                        .contextWrite(context -> Origin.by(operator, context)));
    }
}
