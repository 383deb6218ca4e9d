package id.satuatap.core.sealing;

import static id.satuatap.core.shared.Columns.required;

import io.r2dbc.spi.Readable;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Rows of the features that declared a {@link SealedColumn}: only the columns of that. */
@Repository
class SealedRowRepository {

    /** One of {@code sealed} and {@code clear} is there. */
    record Row(UUID id, @Nullable Sealed sealed, @Nullable String clear) {}

    /** How many values a key seals. */
    record Count(UUID key, long values) {}

    private final DatabaseClient database;

    SealedRowRepository(DatabaseClient database) {
        this.database = database;
    }

    /** Rows that wait, in the order of their ids, each held by this transaction; those that somebody else holds are passed over. */
    Flux<Row> waiting(SealedColumn column, Collection<UUID> older, UUID after, int most) {
        return database.sql("""
                        select id, %1$s_sealed as sealed, %1$s_key as key, %2$s as clear
                          from %3$s where id > :after and %4$s order by id limit %5$d for update skip locked
                        """.formatted(column.name(), clear(column), column.table(), waits(column), most))
                .bind("after", after)
                .bind("older", older.toArray(UUID[]::new))
                .map(SealedRowRepository::row)
                .all();
    }

    Mono<Void> replace(SealedColumn column, UUID id, Sealed sealed, byte[] foundBy) {
        return database.sql("""
                        update %1$s set %2$s_sealed = :sealed, %2$s_key = :key, %2$s_found_by = :foundBy%3$s where id = :id
                        """.formatted(
                                column.table(), column.name(), column.clear() ? ", " + column.name() + " = null" : ""))
                .bind("sealed", sealed.bytes())
                .bind("key", sealed.key())
                .bind("foundBy", foundBy)
                .bind("id", id)
                .then();
    }

    Mono<Boolean> anyWaits(SealedColumn column, Collection<UUID> older) {
        return database.sql("select exists (select from %s where %s) as waits".formatted(column.table(), waits(column)))
                .bind("older", older.toArray(UUID[]::new))
                .map(row -> required(row, "waits", Boolean.class))
                .one();
    }

    Flux<Count> counts(SealedColumn column) {
        return database.sql("""
                        select %1$s_key as key, count(*) as values from %2$s where %1$s_key is not null group by %1$s_key
                        """.formatted(column.name(), column.table()))
                .map(row -> new Count(required(row, "key", UUID.class), required(row, "values", Long.class)))
                .all();
    }

    private static String waits(SealedColumn column) {
        var older = column.name() + "_key = any(:older)";
        return column.clear() ? "(%s or %s is not null)".formatted(older, column.name()) : older;
    }

    private static String clear(SealedColumn column) {
        return column.clear() ? column.name() : "null::text";
    }

    private static Row row(Readable row) {
        var closed = row.get("sealed", byte[].class);
        return new Row(
                required(row, "id", UUID.class),
                closed == null ? null : new Sealed(closed, required(row, "key", UUID.class)),
                row.get("clear", String.class));
    }
}
