package id.satuatap.core.document;

import reactor.core.publisher.Mono;

/** A feature that keeps documents. Who belongs to a document's audience reads it, for as long as its owner shows it. */
public interface DocumentOwner {

    /** As {@link Purpose#feature} names it. */
    String feature();

    /** Whether it is still of use there: what was removed is read by nobody. */
    Mono<Boolean> shows(Document document);
}
