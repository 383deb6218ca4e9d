package id.satuatap.core.audit;

import id.satuatap.core.database.TenantId;
import id.satuatap.core.outbox.KeptEvent;
import id.satuatap.core.outbox.OutboxListener;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Every change becomes an entry of the trail. */
@Component
class AuditListener implements OutboxListener {

    private final AuditTrail trail;

    AuditListener(AuditTrail trail) {
        this.trail = trail;
    }

    @Override
    public String name() {
        return "audit";
    }

    @Override
    public boolean wants(String type) {
        return true;
    }

    @Override
    public Mono<Void> on(TenantId tenant, KeptEvent event) {
        return trail.append(Entry.of(event));
    }
}
