package id.satuatap.core.outbox;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** The events of one tenant that wait to be told. Each step is a transaction of its own. */
@Service
@Transactional
class WaitingEvents {

    private final OutboxRepository repository;

    WaitingEvents(OutboxRepository repository) {
        this.repository = repository;
    }

    Mono<List<KeptEvent>> next(int most) {
        return repository.claim(most).collectList();
    }

    @Transactional(readOnly = true)
    Mono<KeptEvent> find(UUID id) {
        return repository.find(id);
    }

    Mono<Void> announce(List<String> events) {
        return repository.announce(events);
    }

    Mono<Void> relayed(KeptEvent event) {
        return repository.relayed(event.id());
    }

    /** Puts it off: twice as long each time, a quarter of an hour at most. */
    Mono<Void> tryAgain(KeptEvent event) {
        var seconds = Math.min(900, 1L << Math.min(event.attempts(), 10));
        return repository.tryAgain(event.id(), Duration.ofSeconds(seconds));
    }
}
