package id.satuatap.core.document;

import id.satuatap.core.outbox.Outbox;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** The files that wait for the virus scanner's answer. */
@Service
@Transactional
class Quarantine {

    private final DocumentRepository repository;
    private final Outbox outbox;

    Quarantine(DocumentRepository repository, Outbox outbox) {
        this.repository = repository;
        this.outbox = outbox;
    }

    /** One to be shown to the scanner now; empty when none waits. */
    Mono<Document> claim() {
        return repository.claimUnanswered();
    }

    /** Keeps what the scanner said at last; empty when it was known already. */
    Mono<Document> answered(Document document) {
        return repository
                .checked(document)
                .delayUntil(checked -> outbox.append(new DocumentEvents.Checked(
                        checked.id(), checked.condition().state())));
    }
}
