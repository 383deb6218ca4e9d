package id.satuatap.core.platform;

import id.satuatap.core.access.Actor;
import id.satuatap.core.access.Persons;
import id.satuatap.core.database.CurrentTenant;
import id.satuatap.core.outbox.Event;
import id.satuatap.core.outbox.Origin;
import id.satuatap.core.outbox.Outbox;
import id.satuatap.core.sealing.TenantKeys;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Renews a tenant's keys: the operator's act, kept in the tenant's own record, in one transaction of that tenant. */
@Service
@Transactional
class RenewedKeys {

    record KeyRenewed(UUID subject, UUID key) implements Event {

        @Override
        public String type() {
            return "sealing.key-renewed";
        }
    }

    record KeysRewrapped(UUID subject, long keys) implements Event {

        @Override
        public String type() {
            return "sealing.keys-rewrapped";
        }
    }

    private final TenantKeys keys;
    private final Persons persons;
    private final Outbox outbox;

    RenewedKeys(TenantKeys keys, Persons persons, Outbox outbox) {
        this.keys = keys;
        this.persons = persons;
        this.outbox = outbox;
    }

    Mono<Void> renew() {
        return keys.renew().flatMap(key -> keep(tenant -> new KeyRenewed(tenant, key)));
    }

    /** When all are wrapped by the newest already, nothing happened. */
    Mono<Void> rewrap() {
        return keys.rewrap()
                .filter(count -> count > 0)
                .flatMap(count -> keep(tenant -> new KeysRewrapped(tenant, count)));
    }

    private Mono<Void> keep(Function<UUID, Event> event) {
        return Mono.zip(CurrentTenant.get(), Actor.current())
                .flatMap(found -> persons.known(found.getT2().account())
                        .flatMap(operator -> outbox.append(
                                        event.apply(found.getT1().value()))
                                .contextWrite(context -> Origin.by(operator, context))));
    }
}
