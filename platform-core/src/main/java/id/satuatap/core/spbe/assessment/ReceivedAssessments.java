package id.satuatap.core.spbe.assessment;

import id.satuatap.core.outbox.Outbox;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** What regencies shared with this province: rows of the province's own. */
@Service
@Transactional
public class ReceivedAssessments {

    private final SharingRepository repository;
    private final Outbox outbox;

    ReceivedAssessments(SharingRepository repository, Outbox outbox) {
        this.repository = repository;
        this.outbox = outbox;
    }

    @Transactional(readOnly = true)
    public Mono<List<Received>> all() {
        return repository.received().collectList();
    }

    /** Keeps a copy. Receiving the same twice changes nothing. */
    Mono<Void> receive(UUID from, SharingRepository.Shared shared) {
        return repository
                .receive(from, shared)
                .filter(changed -> changed)
                .flatMap(changed -> outbox.append(new Events.SharedReceived(shared.assessment(), from)));
    }
}
