package id.satuatap.core.privacy;

import static id.satuatap.core.shared.Columns.required;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class RestrictionRepository {

    /** Somebody's data are kept and not used. */
    record Restriction(Instant since, @Nullable String reason) {}

    private final DatabaseClient database;

    RestrictionRepository(DatabaseClient database) {
        this.database = database;
    }

    Mono<Void> insert(UUID id, UUID person, String reason, UUID by) {
        return database.sql("""
                        insert into privacy.restriction (id, person_id, reason, restricted_by) values (:id, :person, :reason, :by)
                        """)
                .bind("id", id)
                .bind("person", person)
                .bind("reason", reason)
                .bind("by", by)
                .then();
    }

    Mono<Void> lift(UUID person, UUID by) {
        return database.sql("""
                        update privacy.restriction set lifted_by = :by, lifted_at = now()
                         where person_id = :person and lifted_at is null
                        """).bind("by", by).bind("person", person).then();
    }

    /** The present one. */
    Mono<Restriction> of(UUID person) {
        return database.sql("""
                        select restricted_at, reason from privacy.restriction where person_id = :person and lifted_at is null
                        """)
                .bind("person", person)
                .map(row ->
                        new Restriction(required(row, "restricted_at", Instant.class), row.get("reason", String.class)))
                .one();
    }
}
