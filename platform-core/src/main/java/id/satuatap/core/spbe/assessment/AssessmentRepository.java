package id.satuatap.core.spbe.assessment;

import static id.satuatap.core.shared.Columns.required;

import id.satuatap.core.shared.Conflict;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Repository
class AssessmentRepository {

    private static final String COLUMNS = "id, year, instrument, stage, simulated, version, created_at, shared_at";

    private final DatabaseClient database;

    AssessmentRepository(DatabaseClient database) {
        this.database = database;
    }

    Mono<Assessment> insert(UUID id, int year, String instrument, boolean simulated, UUID by) {
        return database.sql("""
                        insert into spbe.assessment (id, year, instrument, simulated, created_by)
                        values (:id, :year, :instrument, :simulated, :by)
                        returning %s
                        """.formatted(COLUMNS))
                .bind("id", id)
                .bind("year", year)
                .bind("instrument", instrument)
                .bind("simulated", simulated)
                .bind("by", by)
                .map(AssessmentRepository::assessment)
                .one()
                .onErrorMap(DuplicateKeyException.class, twice -> new Conflict("assessment.already", year));
    }

    Flux<Assessment> all() {
        return database.sql(
                        "select %s from spbe.assessment order by year desc, instrument limit 200".formatted(COLUMNS))
                .map(AssessmentRepository::assessment)
                .all();
    }

    Flux<Assessment> all(Collection<UUID> ids) {
        return database.sql("select %s from spbe.assessment where id = any(:ids)".formatted(COLUMNS))
                .bind("ids", ids.toArray(UUID[]::new))
                .map(AssessmentRepository::assessment)
                .all();
    }

    Mono<Assessment> find(UUID id) {
        return database.sql("select %s from spbe.assessment where id = :id".formatted(COLUMNS))
                .bind("id", id)
                .map(AssessmentRepository::assessment)
                .one();
    }

    Mono<Void> shared(UUID id, Instant at) {
        return database.sql("update spbe.assessment set shared_at = :at, version = version + 1 where id = :id")
                .bind("at", at)
                .bind("id", id)
                .then();
    }

    private static Assessment assessment(Readable row) {
        return new Assessment(
                required(row, "id", UUID.class),
                required(row, "year", Integer.class),
                required(row, "instrument", String.class),
                Assessment.Stage.valueOf(required(row, "stage", String.class)),
                required(row, "simulated", Boolean.class),
                required(row, "version", Integer.class),
                required(row, "created_at", Instant.class),
                row.get("shared_at", Instant.class));
    }
}
