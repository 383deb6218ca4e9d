package id.satuatap.core.calendar;

import static id.satuatap.core.shared.Columns.optional;
import static id.satuatap.core.shared.Columns.required;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Repository
class ClosureRepository {

    private static final String COLUMNS =
            "id, first_day, last_day, reason, simulated, created_by, created_at, withdrawn_at, version";

    private static final String SELECT = "select " + COLUMNS + " from calendar.closure ";

    private final DatabaseClient database;

    ClosureRepository(DatabaseClient database) {
        this.database = database;
    }

    Mono<Closure> insert(UUID id, Closure.Days days, boolean simulated, UUID by) {
        return database.sql("""
                        insert into calendar.closure (id, first_day, last_day, reason, simulated, created_by)
                        values (:id, :from, :to, :reason, :simulated, :by)
                        returning %s
                        """.formatted(COLUMNS))
                .bind("id", id)
                .bind("from", days.from())
                .bind("to", days.to())
                .bind("reason", days.reason())
                .bind("simulated", simulated)
                .bind("by", by)
                .map(ClosureRepository::closure)
                .one();
    }

    /** Closes its days, in their order, so that two who overlap wait for each other one way only; tells how many were free. */
    Mono<Long> close(Closure closure) {
        return database.sql("""
                        insert into calendar.closed_day (closure_id, day)
                        select :id, cast(:from as date) + later from generate_series(0, cast(:days as integer) - 1) later order by later
                        on conflict do nothing
                        """)
                .bind("id", closure.id())
                .bind("from", closure.days().from())
                .bind("days", closure.days().count())
                .fetch()
                .rowsUpdated();
    }

    /** Empty when the version is no longer the newest. */
    Mono<Closure> withdraw(Closure withdrawn, UUID by) {
        return database.sql("""
                        update calendar.closure
                           set withdrawn_at = :at, withdrawn_by = :by, version = version + 1
                         where id = :id and version = :version
                        returning %s
                        """.formatted(COLUMNS))
                .bind("at", Parameters.in(R2dbcType.TIMESTAMP_WITH_TIME_ZONE, withdrawn.withdrawnAt()))
                .bind("by", by)
                .bind("id", withdrawn.id())
                .bind("version", withdrawn.version())
                .map(ClosureRepository::closure)
                .one();
    }

    Mono<Long> reopen(Closure withdrawn) {
        return database.sql("update calendar.closed_day set open = false where closure_id = :id")
                .bind("id", withdrawn.id())
                .fetch()
                .rowsUpdated();
    }

    Mono<Closure> find(UUID id) {
        return database.sql(SELECT + "where id = :id")
                .bind("id", id)
                .map(ClosureRepository::closure)
                .one();
    }

    /** All that are in force. */
    Flux<Closure> inForce() {
        return database.sql(SELECT + "where withdrawn_at is null order by first_day, id")
                .map(ClosureRepository::closure)
                .all();
    }

    /** Those that have a day in this year, or all; by their ids, the newest first. */
    Flux<Closure> before(@Nullable UUID id, @Nullable Integer year, int most) {
        return database.sql("""
                        %s where (cast(:before as uuid) is null or id < cast(:before as uuid))
                             and (cast(:year as integer) is null
                                  or cast(:year as integer) between extract(year from first_day) and extract(year from last_day))
                        order by id desc limit %d
                        """.formatted(SELECT, most))
                .bind("before", optional(id))
                .bind("year", Parameters.in(R2dbcType.INTEGER, year))
                .map(ClosureRepository::closure)
                .all();
    }

    Mono<Map<UUID, String>> reasons(Collection<UUID> ids) {
        return database.sql("select id, reason from calendar.closure where id = any(:ids)")
                .bind("ids", ids.toArray(UUID[]::new))
                .map(row -> Map.entry(required(row, "id", UUID.class), required(row, "reason", String.class)))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    Flux<Map<String, Object>> writtenBy(UUID person) {
        return database.sql("""
                        select reason, created_at from calendar.closure where created_by = :person order by id desc limit 1000
                        """)
                .bind("person", person)
                .map(row -> Map.<String, Object>of(
                        "reason",
                        required(row, "reason", String.class),
                        "at",
                        required(row, "created_at", Instant.class)))
                .all();
    }

    private static Closure closure(Readable row) {
        return new Closure(
                required(row, "id", UUID.class),
                new Closure.Days(
                        required(row, "first_day", LocalDate.class),
                        required(row, "last_day", LocalDate.class),
                        required(row, "reason", String.class)),
                required(row, "simulated", Boolean.class),
                required(row, "created_by", UUID.class),
                required(row, "created_at", Instant.class),
                row.get("withdrawn_at", Instant.class),
                required(row, "version", Integer.class));
    }
}
