package id.satuatap.core.access;

import static id.satuatap.core.shared.Columns.required;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Repository
class AppointmentRepository {

    private static final String SELECT = """
            select a.id, a.official_id, o.name, a.post_id, a.office_id, a.acting, a.decree, a.valid_from, a.valid_to, a.ended_at, a.version
              from access.appointment a
              join access.official o on o.tenant_id = a.tenant_id and o.id = a.official_id
            """;

    private final DatabaseClient database;

    AppointmentRepository(DatabaseClient database) {
        this.database = database;
    }

    Mono<Void> lock(UUID post) {
        return database.sql("select pg_advisory_xact_lock(hashtextextended(:post, 3))")
                .bind("post", post.toString())
                .then();
    }

    Mono<Void> insert(Appointment appointment) {
        return database.sql("""
                        insert into access.appointment (id, official_id, post_id, office_id, acting, decree, valid_from, valid_to)
                        values (:id, :official, :post, :office, :acting, :decree, :validFrom, :validTo)
                        """)
                .bind("id", appointment.id())
                .bind("official", appointment.official())
                .bind("post", appointment.post())
                .bind("office", appointment.office())
                .bind("acting", Parameters.in(R2dbcType.VARCHAR, appointment.acting()))
                .bind("decree", Parameters.in(R2dbcType.VARCHAR, appointment.decree()))
                .bind("validFrom", appointment.validFrom())
                .bind("validTo", Parameters.in(R2dbcType.DATE, appointment.validTo()))
                .then();
    }

    Mono<Boolean> end(UUID id, int version) {
        return database.sql("""
                        update access.appointment set ended_at = now(), version = version + 1
                         where id = :id and version = :version and ended_at is null
                        """)
                .bind("id", id)
                .bind("version", version)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    Mono<Appointment> find(UUID id) {
        return all(List.of(id)).next();
    }

    Flux<Appointment> all(List<UUID> ids) {
        return database.sql(SELECT + "where a.id = any(:ids)")
                .bind("ids", ids.toArray(UUID[]::new))
                .map(AppointmentRepository::appointment)
                .all();
    }

    Flux<Appointment> of(List<UUID> posts) {
        return database.sql(SELECT
                        + "where a.post_id = any(:posts) and a.ended_at is null order by a.valid_from desc, a.id desc")
                .bind("posts", posts.toArray(UUID[]::new))
                .map(AppointmentRepository::appointment)
                .all();
    }

    private static Appointment appointment(Readable row) {
        return new Appointment(
                required(row, "id", UUID.class),
                required(row, "official_id", UUID.class),
                required(row, "name", String.class),
                required(row, "post_id", UUID.class),
                required(row, "office_id", UUID.class),
                row.get("acting", String.class),
                row.get("decree", String.class),
                required(row, "valid_from", LocalDate.class),
                row.get("valid_to", LocalDate.class),
                row.get("ended_at", Instant.class),
                required(row, "version", Integer.class));
    }
}
