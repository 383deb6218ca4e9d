package id.satuatap.core.outbox;

import id.satuatap.core.tenancy.Aging;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The events of one tenant after they were appended. What all listeners have heard goes by age; the audit trail keeps what it says. */
@Service
@Transactional
class KeptEvents implements Aging {

    private final OutboxRepository repository;

    KeptEvents(OutboxRepository repository) {
        this.repository = repository;
    }

    Mono<Void> announce(List<String> events) {
        return repository.announce(events);
    }

    /** Those of these events that screens hear of. */
    @Transactional(readOnly = true)
    Flux<KeptEvent> broadcast(List<UUID> ids) {
        return repository.broadcast(ids);
    }

    @Override
    public Mono<Removed> trim(int most) {
        return repository.trim(most).map(rows -> new Removed("events", rows));
    }
}
