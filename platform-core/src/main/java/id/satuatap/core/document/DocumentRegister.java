package id.satuatap.core.document;

import java.util.UUID;
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

    Mono<Document> insert(Document document) {
        return repository.insert(document);
    }

    @Transactional(readOnly = true)
    Mono<Document> find(UUID id) {
        return repository.find(id);
    }
}
