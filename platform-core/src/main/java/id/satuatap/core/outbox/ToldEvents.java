package id.satuatap.core.outbox;

import id.satuatap.core.tenancy.Aging;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Events that all listeners have heard: kept for thirty days to look into, while the audit trail keeps what they say for good. */
@Service
@Transactional
class ToldEvents implements Aging {

    private final OutboxRepository repository;

    ToldEvents(OutboxRepository repository) {
        this.repository = repository;
    }

    @Override
    public Mono<Removed> trim(int most) {
        return repository.trim(most).map(rows -> new Removed("events", rows));
    }
}
