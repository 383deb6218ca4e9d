package id.satuatap.core.document;

import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** What the database knows of files; {@link Documents} adds the bytes, outside of any transaction. */
@Service
@Transactional
class DocumentRegister {

    private final DocumentRepository repository;

    DocumentRegister(DocumentRepository repository) {
        this.repository = repository;
    }

    <T> Mono<T> insert(Document document, Function<Document, Mono<T>> use) {
        return repository.insert(document).flatMap(use);
    }

    @Transactional(readOnly = true)
    Mono<Document> find(UUID id) {
        return repository.find(id);
    }
}
