package id.satuatap.core.outbox;

import static id.satuatap.core.shared.Columns.required;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Repository
class DeliveryRepository {

    /** How many events of a listener are parked. */
    record Count(String listener, long parked) {}

    private static final String WAITING = "heard_at is null and parked_at is null";

    private final DatabaseClient database;

    DeliveryRepository(DatabaseClient database) {
        this.database = database;
    }

    /** Those of these listeners who have something to hear now. */
    Flux<String> due(List<String> listeners) {
        return database.sql("""
                        select name from unnest(cast(:listeners as text[])) name
                         where exists (select from outbox.delivery
                                        where listener = name and %s and next_attempt_at <= now())
                        """.formatted(WAITING))
                .bind("listeners", listeners.toArray(String[]::new))
                .map(row -> required(row, "name", String.class))
                .all();
    }

    /** The next events of a listener, oldest first, held for a while: another instance passes them over. */
    Flux<Claimed> claim(String listener, int most, Duration hold) {
        return database.sql("""
                        with next as (
                          select event_id from outbox.delivery
                           where listener = :listener and %1$s and next_attempt_at <= now()
                           order by event_id limit %2$d for update skip locked),
                        held as (
                          update outbox.delivery set next_attempt_at = now() + make_interval(secs => %3$d)
                            from next where delivery.event_id = next.event_id and listener = :listener
                          returning delivery.event_id, attempts)
                        select %4$s, attempts from held join outbox.event on id = event_id order by id
                        """.formatted(WAITING, most, hold.toSeconds(), OutboxRepository.COLUMNS))
                .bind("listener", listener)
                .map(row -> new Claimed(OutboxRepository.event(row), required(row, "attempts", Integer.class)))
                .all();
    }

    Mono<Void> heard(String listener, List<UUID> events) {
        return database.sql("""
                        update outbox.delivery set heard_at = now(), parked_at = null, reason = null
                         where event_id = any(:events) and listener = :listener and heard_at is null
                        """)
                .bind("events", events.toArray(UUID[]::new))
                .bind("listener", listener)
                .then();
    }

    Mono<Void> failed(String listener, UUID event, int attempts, Duration pause, boolean park, String reason) {
        return database.sql("""
                        update outbox.delivery
                           set attempts = :attempts, next_attempt_at = now() + make_interval(secs => :pause),
                               parked_at = case when :park then now() end, reason = :reason
                         where event_id = :event and listener = :listener and %s
                        """.formatted(WAITING))
                .bind("attempts", attempts)
                .bind("pause", pause.toMillis() / 1000.0)
                .bind("park", park)
                .bind("reason", reason)
                .bind("event", event)
                .bind("listener", listener)
                .then();
    }

    Flux<Count> parkedCounts() {
        return database.sql(
                        "select listener, count(*) as parked from outbox.delivery where parked_at is not null group by listener")
                .map(row -> new Count(required(row, "listener", String.class), required(row, "parked", Long.class)))
                .all();
    }

    /** Oldest first, behind the {@link Parked#key} given. */
    Flux<Parked> parked(String after, int most) {
        return database.sql("""
                        select event_id, listener, type, subject, occurred_at, attempts, parked_at, reason
                          from outbox.delivery join outbox.event on id = event_id
                         where parked_at is not null and event_id || '/' || listener > :after
                         order by event_id || '/' || listener
                         limit %d
                        """.formatted(most))
                .bind("after", after)
                .map(row -> new Parked(
                        required(row, "event_id", UUID.class),
                        required(row, "listener", String.class),
                        required(row, "type", String.class),
                        required(row, "subject", UUID.class),
                        required(row, "occurred_at", Instant.class),
                        required(row, "attempts", Integer.class),
                        required(row, "parked_at", Instant.class),
                        required(row, "reason", String.class)))
                .all();
    }

    /** @return how many there were: one or none */
    Mono<Long> retry(String listener, UUID event) {
        return database.sql("""
                        update outbox.delivery set parked_at = null, attempts = 0, next_attempt_at = now()
                         where event_id = :event and listener = :listener and parked_at is not null
                        """)
                .bind("event", event)
                .bind("listener", listener)
                .fetch()
                .rowsUpdated();
    }

    Flux<String> types() {
        return database.sql("select distinct type from outbox.event")
                .map(row -> required(row, "type", String.class))
                .all();
    }

    /** Owes a listener what is kept of these types. */
    Mono<Void> oweKept(String listener, List<String> types) {
        return database.sql("""
                        insert into outbox.delivery (event_id, listener)
                        select id, :listener from outbox.event where type = any(:types)
                        on conflict do nothing
                        """)
                .bind("listener", listener)
                .bind("types", types.toArray(String[]::new))
                .then();
    }
}
