package id.satuatap.core.outbox;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Keeps events in the transaction of the change that caused them: both happen, or neither. */
@Service
@Transactional
public class Outbox {

    private final OutboxRepository repository;
    private final JsonMapper json;

    Outbox(OutboxRepository repository, JsonMapper json) {
        this.repository = repository;
        this.json = json;
    }

    public Mono<Void> append(Event event) {
        return Mono.deferContextual(
                context -> repository.append(event, json.writeValueAsString(event), Origin.in(context)));
    }
}
