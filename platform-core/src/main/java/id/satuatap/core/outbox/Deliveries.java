package id.satuatap.core.outbox;

import id.satuatap.core.outbox.DeliveryRepository.Count;
import id.satuatap.core.shared.NotFound;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What the listeners of one tenant are still to hear. Each step is a transaction of its own. */
@Service
@Transactional
public class Deliveries {

    /** Somebody had a parked event told again. The subject is that event. */
    record Retried(UUID subject, String listener) implements Event {

        @Override
        public String type() {
            return "outbox.retried";
        }
    }

    private final DeliveryRepository repository;
    private final Outbox outbox;

    Deliveries(DeliveryRepository repository, Outbox outbox) {
        this.repository = repository;
        this.outbox = outbox;
    }

    @Transactional(readOnly = true)
    Mono<List<String>> due(List<String> listeners) {
        return repository.due(listeners).collectList();
    }

    Mono<List<Claimed>> claim(String listener, int most, Duration hold) {
        return repository.claim(listener, most, hold).collectList();
    }

    Mono<Void> keep(OutboxListener listener, List<Outcome> outcomes) {
        var heard = outcomes.stream()
                .filter(outcome -> outcome.failure() == null)
                .map(Outcome::event)
                .toList();
        return Flux.fromIterable(outcomes)
                .filter(outcome -> outcome.failure() != null)
                .concatMap(outcome -> failed(listener, outcome))
                .then(heard.isEmpty() ? Mono.empty() : repository.heard(listener.name(), heard));
    }

    private Mono<Void> failed(OutboxListener listener, Outcome outcome) {
        var patience = listener.patience();
        var attempts = outcome.attempts();
        return repository.failed(
                listener.name(),
                outcome.event(),
                attempts,
                patience.pause(attempts),
                outcome.parks(patience),
                outcome.reason());
    }

    /** Owes a new listener what is kept and it wants. What it was owed already stays as it is. */
    Mono<Void> oweHistory(OutboxListener listener) {
        return repository
                .types()
                .filter(listener::wants)
                .collectList()
                .filter(types -> !types.isEmpty())
                .flatMap(types -> repository.oweKept(listener.name(), types));
    }

    @Transactional(readOnly = true)
    Mono<List<Count>> parkedCounts() {
        return repository.parkedCounts().collectList();
    }

    /** Oldest first, behind the key given; all with the empty one. */
    @Transactional(readOnly = true)
    public Mono<List<Parked>> parked(String after, int most) {
        return repository.parked(after, most).collectList();
    }

    /** Has a parked event told again, from the first attempt on. */
    public Mono<Void> retry(UUID event, String listener) {
        return repository
                .retry(listener, event)
                .filter(rows -> rows == 1)
                .switchIfEmpty(Mono.error(() -> new NotFound("outbox.not-parked")))
                .then(outbox.append(new Retried(event, listener)));
    }
}
