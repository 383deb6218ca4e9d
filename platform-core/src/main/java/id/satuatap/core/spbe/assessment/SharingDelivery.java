package id.satuatap.core.spbe.assessment;

import id.satuatap.core.database.CurrentTenant;
import id.satuatap.core.database.TenantId;
import id.satuatap.core.outbox.KeptEvent;
import id.satuatap.core.outbox.OutboxListener;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Brings a shared copy to the province: read as the regency, then written as the province, in two transactions. */
@Component
class SharingDelivery implements OutboxListener {

    private final Sharing sharing;
    private final ReceivedAssessments received;
    private final JsonMapper json;

    SharingDelivery(Sharing sharing, ReceivedAssessments received, JsonMapper json) {
        this.sharing = sharing;
        this.received = received;
        this.json = json;
    }

    @Override
    public String name() {
        return "sharing";
    }

    @Override
    public boolean wants(String type) {
        return type.equals(Events.AssessmentShared.TYPE);
    }

    @Override
    public Mono<Void> on(TenantId regency, KeptEvent event) {
        var sharingId =
                UUID.fromString(json.readTree(event.data()).get("sharing").asString());
        return sharing.get(sharingId)
                .flatMap(shared -> received.receive(regency.value(), shared)
                        .contextWrite(context -> CurrentTenant.put(context, new TenantId(shared.province()))));
    }
}
