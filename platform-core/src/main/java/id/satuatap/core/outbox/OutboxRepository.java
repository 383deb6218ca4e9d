package id.satuatap.core.outbox;

import static id.satuatap.core.shared.Columns.optional;
import static id.satuatap.core.shared.Columns.required;

import id.satuatap.core.shared.Audience;
import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Repository
class OutboxRepository {

    /** The channel that tells all instances of new events. Its payload is ids only: {@code tenant/event}. */
    static final String CHANNEL = "satuatap_event";

    static final String COLUMNS = "id, type, subject, data, actor, occurred_at, live_name, audience";

    private final DatabaseClient database;

    OutboxRepository(DatabaseClient database) {
        this.database = database;
    }

    /** @param listeners who is to hear of it */
    Mono<Void> append(UUID id, Event event, String data, Origin origin, List<String> listeners) {
        var broadcast = event.broadcast();
        return database.sql("""
                        with kept as (
                          insert into outbox.event (id, type, subject, data, actor, request_id, live_name, audience)
                          values (:id, :type, :subject, :data, :actor, :requestId, :liveName, :audience))
                        insert into outbox.delivery (event_id, listener)
                        select :id, listener from unnest(cast(:listeners as text[])) listener
                        """)
                .bind("id", id)
                .bind("type", event.type())
                .bind("subject", event.subject())
                .bind("data", Json.of(data))
                .bind("actor", optional(origin.actor()))
                .bind("requestId", Parameters.in(R2dbcType.VARCHAR, origin.requestId()))
                .bind("liveName", Parameters.in(R2dbcType.VARCHAR, broadcast == null ? null : broadcast.name()))
                .bind(
                        "audience",
                        Parameters.in(
                                R2dbcType.VARCHAR,
                                broadcast == null ? null : broadcast.audience().toString()))
                .bind("listeners", listeners.toArray(String[]::new))
                .then();
    }

    /** @param events tenant and event each, as {@link Notifications} reads them */
    Mono<Void> announce(List<String> events) {
        return database.sql(
                        "select pg_notify('%s', event) from unnest(cast(:events as text[])) event".formatted(CHANNEL))
                .bind("events", events.toArray(String[]::new))
                .then();
    }

    Flux<KeptEvent> broadcast(List<UUID> ids) {
        return database.sql("select %s from outbox.event where id = any(:ids) and audience is not null order by id"
                        .formatted(COLUMNS))
                .bind("ids", ids.toArray(UUID[]::new))
                .map(OutboxRepository::event)
                .all();
    }

    Mono<Long> trim(int most) {
        return database.sql("select outbox.trim_events(:most) as gone")
                .bind("most", most)
                .map(row -> required(row, "gone", Long.class))
                .one();
    }

    /** Reads {@link #COLUMNS}. */
    static KeptEvent event(Readable row) {
        return new KeptEvent(
                required(row, "id", UUID.class),
                required(row, "type", String.class),
                required(row, "subject", UUID.class),
                required(row, "data", Json.class).asString(),
                row.get("actor", UUID.class),
                required(row, "occurred_at", Instant.class),
                broadcast(row.get("live_name", String.class), row.get("audience", String.class)));
    }

    private static @Nullable Broadcast broadcast(@Nullable String name, @Nullable String audience) {
        return name == null || audience == null ? null : new Broadcast(name, Audience.parse(audience));
    }
}
