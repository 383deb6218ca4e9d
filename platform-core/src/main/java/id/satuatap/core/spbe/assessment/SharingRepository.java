package id.satuatap.core.spbe.assessment;

import static id.satuatap.core.shared.Columns.required;

import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

@Repository
class SharingRepository {

    /** What was shared, as the regency keeps it. */
    record Shared(UUID id, UUID assessment, UUID province, Snapshot snapshot, Instant sharedAt) {}

    private final DatabaseClient database;
    private final JsonMapper json;

    SharingRepository(DatabaseClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    Mono<Void> insert(Shared shared, UUID by) {
        return database.sql("""
                        insert into spbe.sharing (id, assessment_id, province_id, snapshot, shared_by, shared_at)
                        values (:id, :assessment, :province, :snapshot, :by, :at)
                        """)
                .bind("id", shared.id())
                .bind("assessment", shared.assessment())
                .bind("province", shared.province())
                .bind("snapshot", Json.of(json.writeValueAsString(shared.snapshot())))
                .bind("by", by)
                .bind("at", shared.sharedAt())
                .then();
    }

    Mono<Shared> find(UUID id) {
        return database.sql(
                        "select id, assessment_id, province_id, snapshot, shared_at from spbe.sharing where id = :id")
                .bind("id", id)
                .map(row -> new Shared(
                        required(row, "id", UUID.class),
                        required(row, "assessment_id", UUID.class),
                        required(row, "province_id", UUID.class),
                        snapshot(row),
                        required(row, "shared_at", Instant.class)))
                .one();
    }

    /** In the province: keeps the newest copy; false when a newer one is there already. */
    Mono<Boolean> receive(UUID from, Shared shared) {
        return database.sql("""
                        insert into spbe.shared_assessment (from_tenant, assessment_id, snapshot, shared_at)
                        values (:from, :assessment, :snapshot, :at)
                        on conflict (tenant_id, from_tenant, assessment_id) do update
                          set snapshot = excluded.snapshot, shared_at = excluded.shared_at
                        where shared_assessment.shared_at < excluded.shared_at
                        """)
                .bind("from", from)
                .bind("assessment", shared.assessment())
                .bind("snapshot", Json.of(json.writeValueAsString(shared.snapshot())))
                .bind("at", shared.sharedAt())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** In the province: what was received, the newest first. */
    Flux<Received> received() {
        return database.sql("""
                        select assessment_id, snapshot, shared_at from spbe.shared_assessment
                         order by shared_at desc limit 200
                        """)
                .map(row -> new Received(
                        required(row, "assessment_id", UUID.class),
                        snapshot(row),
                        required(row, "shared_at", Instant.class)))
                .all();
    }

    private Snapshot snapshot(Readable row) {
        return json.readValue(required(row, "snapshot", Json.class).asString(), Snapshot.class);
    }
}
