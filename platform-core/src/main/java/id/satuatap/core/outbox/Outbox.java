package id.satuatap.core.outbox;

import id.satuatap.core.database.CurrentTenant;
import id.satuatap.core.shared.Ids;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Keeps events in the transaction of the change that caused them, and who is to hear of them: all of it happens, or nothing. */
@Service
@Transactional
public class Outbox {

    private final OutboxRepository repository;
    private final Listeners listeners;
    private final CommittedEvents committed;
    private final JsonMapper json;

    Outbox(OutboxRepository repository, Listeners listeners, CommittedEvents committed, JsonMapper json) {
        this.repository = repository;
        this.listeners = listeners;
        this.committed = committed;
        this.json = json;
    }

    public Mono<Void> append(Event event) {
        var id = Ids.next();
        var owing = listeners.waitingFor(event.type());
        return Mono.deferContextual(context ->
                        repository.append(id, event, json.writeValueAsString(event), Origin.in(context), owing))
                .then(CurrentTenant.get())
                .flatMap(tenant -> committed.onceCommitted(tenant, id));
    }
}
