package id.satuatap.core.outbox;

import static id.satuatap.core.shared.Columns.optional;
import static id.satuatap.core.shared.Columns.required;

import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Repository
class OutboxRepository {

    /** The channel that tells all instances of new events. Its payload is ids only: {@code tenant/event}. */
    static final String CHANNEL = "satuatap_event";

    private static final String COLUMNS = "id, type, subject, data, actor, occurred_at, attempts";

    private final DatabaseClient database;

    OutboxRepository(DatabaseClient database) {
        this.database = database;
    }

    Mono<Void> append(UUID id, Event event, String data, Origin origin) {
        return database.sql("""
                        insert into outbox.event (id, type, subject, data, actor, request_id)
                        values (:id, :type, :subject, :data, :actor, :requestId)
                        """)
                .bind("id", id)
                .bind("type", event.type())
                .bind("subject", event.subject())
                .bind("data", Json.of(data))
                .bind("actor", optional(origin.actor()))
                .bind("requestId", Parameters.in(R2dbcType.VARCHAR, origin.requestId()))
                .then();
    }

    /** @param events tenant and event each, as {@link Notifications} reads them */
    Mono<Void> announce(List<String> events) {
        return database.sql(
                        "select pg_notify('%s', event) from unnest(cast(:events as text[])) event".formatted(CHANNEL))
                .bind("events", events.toArray(String[]::new))
                .then();
    }

    /** The next events, held for a minute for who asked: another instance passes them over. */
    Flux<KeptEvent> claim(int most) {
        return database.sql("""
                        update outbox.event set next_attempt_at = now() + interval '60 seconds'
                         where id in (select id from outbox.event
                                       where relayed_at is null and next_attempt_at <= now()
                                       order by id limit %d for update skip locked)
                        returning %s
                        """.formatted(most, COLUMNS))
                .map(OutboxRepository::event)
                .all()
                .sort(Comparator.comparing(event -> event.id().toString()));
    }

    Mono<KeptEvent> find(UUID id) {
        return database.sql("select %s from outbox.event where id = :id".formatted(COLUMNS))
                .bind("id", id)
                .map(OutboxRepository::event)
                .one();
    }

    Mono<Void> relayed(UUID id) {
        return database.sql("update outbox.event set relayed_at = now() where id = :id and relayed_at is null")
                .bind("id", id)
                .then();
    }

    Mono<Void> tryAgain(UUID id, Duration after) {
        return database.sql("""
                        update outbox.event set attempts = attempts + 1, next_attempt_at = :at
                         where id = :id and relayed_at is null
                        """)
                .bind("at", Instant.now().plus(after))
                .bind("id", id)
                .then();
    }

    Mono<Long> trim(int most) {
        return database.sql("select outbox.trim_events(:most) as gone")
                .bind("most", most)
                .map(row -> required(row, "gone", Long.class))
                .one();
    }

    private static KeptEvent event(Readable row) {
        return new KeptEvent(
                required(row, "id", UUID.class),
                required(row, "type", String.class),
                required(row, "subject", UUID.class),
                required(row, "data", Json.class).asString(),
                row.get("actor", UUID.class),
                required(row, "occurred_at", Instant.class),
                required(row, "attempts", Integer.class));
    }
}
