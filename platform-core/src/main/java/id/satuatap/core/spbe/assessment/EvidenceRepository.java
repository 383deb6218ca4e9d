package id.satuatap.core.spbe.assessment;

import static id.satuatap.core.shared.Columns.required;

import id.satuatap.core.access.Person;
import id.satuatap.core.document.Condition;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Repository
class EvidenceRepository {

    private static final String SELECT = """
            select e.id, e.document_id, d.name, d.media_type, d.size, d.state, d.scanned_at, d.marks, d.added_at, %s as added_name
              from spbe.evidence e
              join document.document d on d.tenant_id = e.tenant_id and d.id = e.document_id
              left join access.person p on p.tenant_id = d.tenant_id and p.id = d.added_by
             where e.removed_at is null
            """.formatted(Person.NAME);

    private final DatabaseClient database;

    EvidenceRepository(DatabaseClient database) {
        this.database = database;
    }

    Flux<IndicatorView.EvidenceView> of(UUID assessment, int indicator) {
        return database.sql(SELECT + "and e.assessment_id = :assessment and e.indicator = :indicator order by e.id")
                .bind("assessment", assessment)
                .bind("indicator", indicator)
                .map(EvidenceRepository::evidence)
                .all();
    }

    Mono<IndicatorView.EvidenceView> find(UUID id) {
        return database.sql(SELECT + "and e.id = :id")
                .bind("id", id)
                .map(EvidenceRepository::evidence)
                .one();
    }

    /** Whether the document serves as evidence, in this tenant. */
    Mono<Boolean> uses(UUID document) {
        return database.sql("""
                        select exists (select from spbe.evidence where document_id = :document and removed_at is null) as found
                        """)
                .bind("document", document)
                .map(row -> required(row, "found", Boolean.class))
                .one();
    }

    /** How many pieces each indicator has. */
    Mono<Map<Integer, Integer>> counts(UUID assessment) {
        return database.sql("""
                        select indicator, count(*)::int as pieces from spbe.evidence
                         where assessment_id = :assessment and removed_at is null
                         group by indicator
                        """)
                .bind("assessment", assessment)
                .map(row ->
                        Map.entry(required(row, "indicator", Integer.class), required(row, "pieces", Integer.class)))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    /** What the files are called, of removed pieces, too. */
    Mono<Map<UUID, String>> names(Collection<UUID> ids) {
        return database.sql("""
                        select e.id, d.name
                          from spbe.evidence e
                          join document.document d on d.tenant_id = e.tenant_id and d.id = e.document_id
                         where e.id = any(:ids)
                        """)
                .bind("ids", ids.toArray(UUID[]::new))
                .map(row -> Map.entry(required(row, "id", UUID.class), required(row, "name", String.class)))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    Mono<Void> insert(UUID id, UUID assessment, int indicator, UUID document) {
        return database.sql("""
                        insert into spbe.evidence (id, assessment_id, indicator, document_id)
                        values (:id, :assessment, :indicator, :document)
                        """)
                .bind("id", id)
                .bind("assessment", assessment)
                .bind("indicator", indicator)
                .bind("document", document)
                .then();
    }

    /** Marks it as removed; false when there is nothing to remove. */
    Mono<Boolean> remove(UUID assessment, int indicator, UUID id, UUID by) {
        return database.sql("""
                        update spbe.evidence set removed_at = now(), removed_by = :by
                         where id = :id and assessment_id = :assessment and indicator = :indicator and removed_at is null
                        """)
                .bind("by", by)
                .bind("id", id)
                .bind("assessment", assessment)
                .bind("indicator", indicator)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    private static IndicatorView.EvidenceView evidence(Readable row) {
        var condition = Condition.stored(
                required(row, "state", String.class),
                row.get("scanned_at", Instant.class),
                required(row, "marks", String[].class));
        return new IndicatorView.EvidenceView(
                required(row, "id", UUID.class),
                required(row, "document_id", UUID.class),
                required(row, "name", String.class),
                required(row, "media_type", String.class),
                required(row, "size", Long.class),
                condition.state(),
                condition.notes(),
                required(row, "added_at", Instant.class),
                row.get("added_name", String.class));
    }
}
