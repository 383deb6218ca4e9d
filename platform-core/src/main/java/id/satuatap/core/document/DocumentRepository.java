package id.satuatap.core.document;

import static id.satuatap.core.shared.Columns.required;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class DocumentRepository {

    private static final String COLUMNS = "id, name, media_type, size, sha256, added_by, added_at";

    private final DatabaseClient database;

    DocumentRepository(DatabaseClient database) {
        this.database = database;
    }

    Mono<Document> insert(Document document) {
        return database.sql("""
                        insert into document.document (id, name, media_type, size, sha256, added_by)
                        values (:id, :name, :mediaType, :size, :sha256, :addedBy)
                        returning %s
                        """.formatted(COLUMNS))
                .bind("id", document.id())
                .bind("name", document.name())
                .bind("mediaType", document.mediaType())
                .bind("size", document.size())
                .bind("sha256", document.sha256())
                .bind("addedBy", document.addedBy())
                .map(DocumentRepository::document)
                .one();
    }

    Mono<Document> find(UUID id) {
        return database.sql("select %s from document.document where id = :id".formatted(COLUMNS))
                .bind("id", id)
                .map(DocumentRepository::document)
                .one();
    }

    private static Document document(Readable row) {
        return new Document(
                required(row, "id", UUID.class),
                required(row, "name", String.class),
                required(row, "media_type", String.class),
                required(row, "size", Long.class),
                required(row, "sha256", String.class),
                required(row, "added_by", UUID.class),
                required(row, "added_at", Instant.class));
    }
}
