package id.satuatap.core.office;

import static id.satuatap.core.shared.Columns.optional;
import static id.satuatap.core.shared.Columns.required;

import id.satuatap.core.access.OfficeReach;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Repository
class OfficeRepository {

    private static final String SELECT = """
            select id, name, short, form, kind, parent_id, decree, valid_from, valid_to, source, certainty, version from office.office
            """;

    private final DatabaseClient database;

    OfficeRepository(DatabaseClient database) {
        this.database = database;
    }

    Flux<Office> all() {
        return database.sql(SELECT + "order by code")
                .map(OfficeRepository::office)
                .all();
    }

    Flux<Office> all(Collection<UUID> ids) {
        return database.sql(SELECT + "where id = any(:ids) order by code")
                .bind("ids", ids.toArray(UUID[]::new))
                .map(OfficeRepository::office)
                .all();
    }

    /** What a chain of decrees made of it, at its ends: an office that still works is its own. */
    Flux<Office> successors(UUID id) {
        return database.sql("""
                        with recursive line (id, path) as (
                          select cast(:id as uuid), array[cast(:id as uuid)]
                          union all
                          select s.successor_id, line.path || s.successor_id
                            from line join office.succession s on s.office_id = line.id
                           where not s.successor_id = any(line.path)
                        )
                        %s where id in (select l.id from line l
                                         where not exists (select from office.succession s where s.office_id = l.id))
                        order by code
                        """.formatted(SELECT))
                .bind("id", id)
                .map(OfficeRepository::office)
                .all();
    }

    /** Each office that works, with each one above it. */
    Flux<OfficeReach.Within> within() {
        return database.sql("""
                        with recursive up (office_id, ancestor_id, path) as (
                          select id, parent_id, array[id] from office.office where parent_id is not null
                          union all
                          select up.office_id, o.parent_id, up.path || o.id
                            from up join office.office o on o.id = up.ancestor_id
                           where o.parent_id is not null and not o.id = any(up.path)
                        )
                        select distinct office_id, ancestor_id from up where office_id <> ancestor_id
                        """)
                .map(row -> new OfficeReach.Within(
                        required(row, "office_id", UUID.class), required(row, "ancestor_id", UUID.class)))
                .all();
    }

    /** False when the version is no longer the newest. */
    Mono<Boolean> move(UUID id, @Nullable UUID parent, int version) {
        return database.sql("""
                        update office.office set parent_id = :parent, version = version + 1 where id = :id and version = :version
                        """)
                .bind("parent", optional(parent))
                .bind("id", id)
                .bind("version", version)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    Mono<Boolean> end(UUID id, LocalDate lastDay, @Nullable String decree, int version) {
        return database.sql("""
                        update office.office set valid_to = :lastDay, decree = coalesce(:decree, decree), version = version + 1
                         where id = :id and version = :version and valid_to is null
                        """)
                .bind("lastDay", lastDay)
                .bind("decree", Parameters.in(R2dbcType.VARCHAR, decree))
                .bind("id", id)
                .bind("version", version)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    Mono<Void> succeed(UUID id, UUID successor, LocalDate since, @Nullable String decree, UUID by) {
        return database.sql("""
                        insert into office.succession (office_id, successor_id, since, decree, created_by)
                        values (:id, :successor, :since, :decree, :by)
                        """)
                .bind("id", id)
                .bind("successor", successor)
                .bind("since", since)
                .bind("decree", Parameters.in(R2dbcType.VARCHAR, decree))
                .bind("by", by)
                .then();
    }

    Flux<OfficeCount> counts() {
        return database.sql("select count, year, source, note from office.office_count order by year desc, count desc")
                .map(row -> new OfficeCount(
                        required(row, "count", Integer.class),
                        required(row, "year", Integer.class),
                        required(row, "source", String.class),
                        row.get("note", String.class)))
                .all();
    }

    private static Office office(Readable row) {
        return new Office(
                required(row, "id", UUID.class),
                required(row, "name", String.class),
                row.get("short", String.class),
                required(row, "form", String.class),
                Office.Kind.valueOf(required(row, "kind", String.class)),
                row.get("parent_id", UUID.class),
                row.get("decree", String.class),
                row.get("valid_from", LocalDate.class),
                row.get("valid_to", LocalDate.class),
                required(row, "source", String.class),
                required(row, "certainty", String.class),
                required(row, "version", Integer.class));
    }
}
