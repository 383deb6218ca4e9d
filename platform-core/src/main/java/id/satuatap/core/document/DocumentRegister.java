package id.satuatap.core.document;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What the database knows of files. The bytes are read and written outside of any transaction. */
@Service
@Transactional
class DocumentRegister {

    private final DocumentRepository repository;

    DocumentRegister(DocumentRepository repository) {
        this.repository = repository;
    }

    Mono<Document> insert(Document document) {
        return repository.insert(document);
    }

    /** Empty when somebody else has just made the same. */
    Mono<Document> insertRendition(Document document, UUID of, Rendition rendition) {
        return repository.insertRendition(document, of, rendition.key());
    }

    @Transactional(readOnly = true)
    Mono<Document> find(UUID id) {
        return repository.find(id);
    }

    @Transactional(readOnly = true)
    Mono<Document> findRendition(UUID of, Rendition rendition) {
        return repository.findRendition(of, rendition.key());
    }

    @Transactional(readOnly = true)
    Mono<Map<UUID, String>> names(Collection<UUID> ids) {
        return ids.isEmpty() ? Mono.just(Map.of()) : repository.names(ids);
    }

    /** Those of the ids that are no document of this tenant. */
    @Transactional(readOnly = true)
    Flux<UUID> unknown(List<UUID> ids) {
        return repository.unknown(ids);
    }
}
