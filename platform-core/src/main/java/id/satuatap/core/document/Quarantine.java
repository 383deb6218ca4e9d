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

    /**
     * Keeps what the scanner said at last; empty when it was known already.
     *
     * @param bytes gives the file its new bytes. Meanwhile its row is held, so of two who checked it the later one changes neither; if the
     *     transaction fails then, the same is done again
     */
    Mono<Document> answered(Document document, Mono<Void> bytes) {
        return repository
                .checked(document)
                .delayUntil(checked -> bytes)
                .delayUntil(checked -> outbox.append(new DocumentEvents.Checked(
                        checked.id(), checked.condition().state())));
    }

    /** It did not pass, and not because the scanner is away: it waits as long again as it has waited so far. */
    Mono<Void> postpone(Document document) {
        return repository.postpone(document.id());
    }
}
