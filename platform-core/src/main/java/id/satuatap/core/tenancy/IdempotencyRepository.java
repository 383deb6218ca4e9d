package id.satuatap.core.tenancy;

import static id.satuatap.core.shared.Columns.required;

import io.r2dbc.postgresql.codec.Json;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class IdempotencyRepository {

    record Kept(String fingerprint, String answer) {}

    private final DatabaseClient database;

    IdempotencyRepository(DatabaseClient database) {
        this.database = database;
    }

    /** True for the first; a second one waits here until the first has ended, then gets false. */
    Mono<Boolean> claim(String caller, String key, String fingerprint) {
        return database.sql("""
                        insert into tenancy.idempotency (caller, key, fingerprint) values (:caller, :key, :fingerprint)
                        on conflict (tenant_id, caller, key) do nothing
                        """)
                .bind("caller", caller)
                .bind("key", key)
                .bind("fingerprint", fingerprint)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    Mono<Void> keep(String caller, String key, String answer) {
        return database.sql("update tenancy.idempotency set answer = :answer where caller = :caller and key = :key")
                .bind("answer", Json.of(answer))
                .bind("caller", caller)
                .bind("key", key)
                .then();
    }

    Mono<Kept> find(String caller, String key) {
        return database.sql("select fingerprint, answer from tenancy.idempotency where caller = :caller and key = :key")
                .bind("caller", caller)
                .bind("key", key)
                .map(row -> new Kept(
                        required(row, "fingerprint", String.class),
                        required(row, "answer", Json.class).asString()))
                .one();
    }

    Mono<Long> trim(int most) {
        return database.sql("select tenancy.trim_idempotency(:most) as gone")
                .bind("most", most)
                .map(row -> required(row, "gone", Long.class))
                .one();
    }
}
