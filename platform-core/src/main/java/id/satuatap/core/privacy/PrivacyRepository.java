package id.satuatap.core.privacy;

import static id.satuatap.core.shared.Columns.required;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Repository
class PrivacyRepository {

    /** A column that holds personal data, as the schema declares it. */
    record Column(String table, String column, String category, String keep) {}

    /** Somebody looked. */
    record Opening(UUID id, UUID by, String what, @Nullable String reason, Instant at) {}

    private final DatabaseClient database;

    PrivacyRepository(DatabaseClient database) {
        this.database = database;
    }

    Flux<Column> register() {
        return database.sql("""
                        select n.nspname || '.' || c.relname as about, a.attname as name, col_description(c.oid, a.attnum) as says
                          from pg_class c
                          join pg_namespace n on n.oid = c.relnamespace
                          join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                         where c.relforcerowsecurity and col_description(c.oid, a.attnum) like 'personal: %'
                         order by 1, a.attnum
                        """)
                .map(row -> column(
                        required(row, "about", String.class),
                        required(row, "name", String.class),
                        required(row, "says", String.class)))
                .all();
    }

    private static Column column(String table, String name, String says) {
        var end = says.indexOf("; keep: ");
        return new Column(
                table, name, says.substring("personal: ".length(), end), says.substring(end + "; keep: ".length()));
    }

    Mono<Void> insert(Opening opening, UUID person) {
        return database.sql("""
                        insert into privacy.opening (id, person_id, opened_by, what, reason)
                        values (:id, :person, :by, :what, :reason)
                        """)
                .bind("id", opening.id())
                .bind("person", person)
                .bind("by", opening.by())
                .bind("what", opening.what())
                .bind("reason", Parameters.in(R2dbcType.VARCHAR, opening.reason()))
                .then();
    }

    Flux<Opening> openings(UUID person) {
        return database.sql("""
                        select id, opened_by, what, reason, opened_at from privacy.opening
                         where person_id = :person order by opened_at desc limit 200
                        """)
                .bind("person", person)
                .map(row -> new Opening(
                        required(row, "id", UUID.class),
                        required(row, "opened_by", UUID.class),
                        required(row, "what", String.class),
                        row.get("reason", String.class),
                        required(row, "opened_at", Instant.class)))
                .all();
    }

    /** False when there is nobody to forget, or somebody who still holds something. */
    Mono<Boolean> erase(UUID person) {
        return database.sql("select access.erase_person(:person) as gone")
                .bind("person", person)
                .map(row -> required(row, "gone", Long.class) == 1)
                .one();
    }

    /** People whose data were here by a moment, after one of them, in the order of their ids. */
    Flux<UUID> hereBy(Instant moment, UUID after, int most) {
        return database.sql("""
                        select id from access.person
                         where erased_at is null and not machine and created_at <= :moment and id > :after
                         order by id limit %d
                        """.formatted(most))
                .bind("moment", moment)
                .bind("after", after)
                .map(row -> required(row, "id", UUID.class))
                .all();
    }
}
