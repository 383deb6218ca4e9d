package id.satuatap.core.outbox;

import com.fasterxml.jackson.annotation.JsonIgnore;
import id.satuatap.core.database.CurrentTenant;
import id.satuatap.core.tenancy.Tenants;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

/** An event of a test. */
public record Spoken(
        String type, UUID subject, @JsonIgnore @Nullable Broadcast broadcast) implements Event {

    public static Spoken of(String type) {
        return new Spoken(type, UUID.randomUUID(), null);
    }

    public static Spoken to(Broadcast broadcast) {
        return new Spoken("test.broadcast", UUID.randomUUID(), broadcast);
    }

    /** Happens in a tenant. */
    public UUID in(String tenant, Tenants tenants, Outbox outbox) {
        var id = tenants.get(tenant).block().tenantId();
        outbox.append(this)
                .contextWrite(context -> CurrentTenant.put(context, id))
                .block();
        return subject;
    }

    UUID in(String tenant, ApplicationContext core) {
        return in(tenant, core.getBean(Tenants.class), core.getBean(Outbox.class));
    }
}
