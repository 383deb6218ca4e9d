package id.satuatap.core.document;

import static id.satuatap.core.shared.Columns.optional;
import static id.satuatap.core.shared.Columns.required;

import id.satuatap.core.document.inspection.Mark;
import id.satuatap.core.shared.Audience;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.RowsFetchSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Repository
class DocumentRepository {

    private static final String COLUMNS = """
            id, name, media_type, size, sha256, sent_sha256, feature, class, audience, keep_until, state, scanned_at, marks,
            added_by, added_at""";

    private final DatabaseClient database;

    DocumentRepository(DatabaseClient database) {
        this.database = database;
    }

    Mono<Document> insert(Document document) {
        return insert(document, null, null, "").one();
    }

    Mono<Document> insertRendition(Document document, UUID of, String rendition) {
        return insert(document, of, rendition, "on conflict do nothing").one();
    }

    private RowsFetchSpec<Document> insert(
            Document document, @Nullable UUID of, @Nullable String rendition, String otherwise) {
        var purpose = document.purpose();
        var condition = document.condition();
        return database.sql("""
                        insert into document.document (id, name, media_type, size, sha256, sent_sha256, feature, class, audience, keep_until,
                                                       state, scanned_at, marks, derived_from, rendition, added_by)
                        values (:id, :name, :mediaType, :size, :sha256, :sentSha256, :feature, :class, :audience, :keepUntil,
                                :state, :scannedAt, :marks, :derivedFrom, :rendition, :addedBy)
                        %s
                        returning %s
                        """.formatted(otherwise, COLUMNS))
                .bind("id", document.id())
                .bind("name", document.name())
                .bind("mediaType", document.mediaType())
                .bind("size", document.size())
                .bind("sha256", document.sha256())
                .bind("sentSha256", document.sentSha256())
                .bind("feature", purpose.feature())
                .bind("class", purpose.classification().name())
                .bind("audience", purpose.audience().toString())
                .bind("keepUntil", Parameters.in(R2dbcType.DATE, purpose.keepUntil()))
                .bind("state", condition.state().name())
                .bind("scannedAt", Parameters.in(R2dbcType.TIMESTAMP_WITH_TIME_ZONE, condition.scannedAt()))
                .bind("marks", condition.marks().stream().map(Mark::name).toArray(String[]::new))
                .bind("derivedFrom", optional(of))
                .bind("rendition", Parameters.in(R2dbcType.VARCHAR, rendition))
                .bind("addedBy", document.addedBy())
                .map(DocumentRepository::document);
    }

    Mono<Document> find(UUID id) {
        return database.sql("select %s from document.document where id = :id".formatted(COLUMNS))
                .bind("id", id)
                .map(DocumentRepository::document)
                .one();
    }

    Mono<Document> findRendition(UUID of, String rendition) {
        return database.sql("""
                        select %s from document.document where derived_from = :of and rendition = :rendition
                        """.formatted(COLUMNS))
                .bind("of", of)
                .bind("rendition", rendition)
                .map(DocumentRepository::document)
                .one();
    }

    /** One for which the scanner did not answer, the longest waiting first; nobody else gets it for ten minutes. */
    Mono<Document> claimUnanswered() {
        return database.sql("""
                        update document.document set check_again_at = now() + interval '10 minutes'
                         where id = (select id from document.document
                                      where state = 'QUARANTINED' and scanned_at is null
                                        and (check_again_at is null or check_again_at <= now())
                                      order by check_again_at nulls first, id
                                      limit 1
                                        for update skip locked)
                        returning %s
                        """.formatted(COLUMNS))
                .map(DocumentRepository::document)
                .one();
    }

    /** It is claimed again after as long as it is here, a day at most. */
    Mono<Void> postpone(UUID id) {
        return database.sql("""
                        update document.document
                           set check_again_at = now() + least(greatest(now() - added_at, interval '10 minutes'), interval '1 day')
                         where id = :id and state = 'QUARANTINED' and scanned_at is null
                        """).bind("id", id).then();
    }

    /** Empty when it is known already. */
    Mono<Document> checked(Document document) {
        return database.sql("""
                        update document.document
                           set name = :name, media_type = :mediaType, size = :size, sha256 = :sha256,
                               state = :state, scanned_at = :scannedAt, check_again_at = null
                         where id = :id and state = 'QUARANTINED' and scanned_at is null
                        returning %s
                        """.formatted(COLUMNS))
                .bind("name", document.name())
                .bind("mediaType", document.mediaType())
                .bind("size", document.size())
                .bind("sha256", document.sha256())
                .bind("state", document.condition().state().name())
                .bind(
                        "scannedAt",
                        Parameters.in(
                                R2dbcType.TIMESTAMP_WITH_TIME_ZONE,
                                document.condition().scannedAt()))
                .bind("id", document.id())
                .map(DocumentRepository::document)
                .one();
    }

    Mono<Map<UUID, String>> names(Collection<UUID> ids) {
        return database.sql("select id, name from document.document where id = any(:ids)")
                .bind("ids", ids.toArray(UUID[]::new))
                .map(row -> Map.entry(required(row, "id", UUID.class), required(row, "name", String.class)))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    Flux<UUID> unknown(List<UUID> ids) {
        return database.sql("""
                        select given as id from unnest(cast(:ids as uuid[])) given
                         where not exists (select from document.document d where d.id = given)
                        """)
                .bind("ids", ids.toArray(UUID[]::new))
                .map(row -> required(row, "id", UUID.class))
                .all();
    }

    private static Document document(Readable row) {
        return new Document(
                required(row, "id", UUID.class),
                required(row, "name", String.class),
                required(row, "media_type", String.class),
                required(row, "size", Long.class),
                required(row, "sha256", String.class),
                required(row, "sent_sha256", String.class),
                purpose(row),
                condition(row),
                required(row, "added_by", UUID.class),
                required(row, "added_at", Instant.class));
    }

    private static Purpose purpose(Readable row) {
        return new Purpose(
                required(row, "feature", String.class),
                Classification.valueOf(required(row, "class", String.class)),
                Audience.parse(required(row, "audience", String.class)),
                row.get("keep_until", LocalDate.class));
    }

    private static Condition condition(Readable row) {
        return Condition.stored(
                required(row, "state", String.class),
                row.get("scanned_at", Instant.class),
                required(row, "marks", String[].class));
    }
}
