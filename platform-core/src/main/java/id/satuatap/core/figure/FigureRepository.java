package id.satuatap.core.figure;

import static id.satuatap.core.shared.Columns.optional;
import static id.satuatap.core.shared.Columns.required;

import id.satuatap.core.figure.Measured.Unit;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Repository
class FigureRepository {

    private final DatabaseClient database;

    FigureRepository(DatabaseClient database) {
        this.database = database;
    }

    /** Nothing happens when it is there already: what was measured first counts. */
    Mono<Void> insert(Figure figure) {
        return database.sql("""
                        insert into figure.figure
                          (id, key, office_id, first_day, last_day, numerator, denominator, n, people, unit, query_version, source, simulated)
                        values
                          (:id, :key, :office, :first, :last, :numerator, :denominator, :n, :people, :unit, :version, :source, :simulated)
                        on conflict (tenant_id, key, office_id, first_day, last_day, query_version) do nothing
                        """)
                .bind("id", figure.id())
                .bind("key", figure.key())
                .bind("office", optional(figure.office()))
                .bind("first", figure.firstDay())
                .bind("last", figure.lastDay())
                .bind("numerator", figure.numerator())
                .bind("denominator", Parameters.in(R2dbcType.BIGINT, figure.denominator()))
                .bind("n", figure.n())
                .bind("people", figure.people())
                .bind("unit", figure.unit().name())
                .bind("version", figure.version())
                .bind("source", figure.source())
                .bind("simulated", figure.simulated())
                .then();
    }

    Mono<Boolean> has(String key, LocalDate day, int version) {
        return database.sql("""
                        select exists (select from figure.figure
                                        where key = :key and first_day = :day and last_day = :day and query_version = :version) as there
                        """)
                .bind("key", key)
                .bind("day", day)
                .bind("version", version)
                .map(row -> required(row, "there", Boolean.class))
                .one();
    }

    /** In the order in which they were measured, behind one of them. */
    Flux<Figure> after(UUID after, FigureFilter filter, int most) {
        return database.sql("""
                        select id, key, office_id, first_day, last_day, numerator, denominator, n, people, unit, query_version, source,
                               simulated, measured_at
                          from figure.figure
                         where id > :after and (:key::text is null or key = :key) and (:office::uuid is null or office_id = :office)
                           and (:from::date is null or last_day >= :from) and (:to::date is null or first_day <= :to)
                         order by id limit %d
                        """.formatted(most))
                .bind("after", after)
                .bind("key", Parameters.in(R2dbcType.VARCHAR, filter.key()))
                .bind("office", optional(filter.office()))
                .bind("from", Parameters.in(R2dbcType.DATE, filter.from()))
                .bind("to", Parameters.in(R2dbcType.DATE, filter.to()))
                .map(FigureRepository::figure)
                .all();
    }

    private static Figure figure(Readable row) {
        return new Figure(
                required(row, "id", UUID.class),
                required(row, "key", String.class),
                row.get("office_id", UUID.class),
                required(row, "first_day", LocalDate.class),
                required(row, "last_day", LocalDate.class),
                required(row, "numerator", Long.class),
                row.get("denominator", Long.class),
                required(row, "n", Long.class),
                required(row, "people", Boolean.class),
                Unit.valueOf(required(row, "unit", String.class)),
                required(row, "query_version", Integer.class),
                required(row, "source", String.class),
                required(row, "simulated", Boolean.class),
                required(row, "measured_at", Instant.class));
    }
}
