package id.satuatap.core.member;

import static id.satuatap.core.shared.Columns.required;

import id.satuatap.core.access.Role;
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
class InvitationRepository {

    private static final String COLUMNS = "id, code, email, role, decree, valid_to, expires_at, accepted_at";

    private final DatabaseClient database;

    InvitationRepository(DatabaseClient database) {
        this.database = database;
    }

    Mono<Void> insert(Invitation invitation) {
        return database.sql("""
                        insert into access.invitation (id, code, email, role, decree, valid_to, expires_at)
                        values (:id, :code, :email, :role, :decree, :validTo, :expiresAt)
                        """)
                .bind("id", invitation.id())
                .bind("code", invitation.code())
                .bind("email", invitation.email())
                .bind("role", invitation.role().key())
                .bind("decree", Parameters.in(R2dbcType.VARCHAR, invitation.decree()))
                .bind("validTo", Parameters.in(R2dbcType.DATE, invitation.validTo()))
                .bind("expiresAt", invitation.expiresAt())
                .then();
    }

    Mono<Long> madeWithinADay(String email) {
        return database.sql("""
                        select count(*) as made from access.invitation
                         where email = :email and created_at > now() - interval '1 day'
                        """)
                .bind("email", email)
                .map(row -> required(row, "made", Long.class))
                .one();
    }

    Flux<Invitation> open() {
        return database.sql("""
                        select %s from access.invitation
                         where accepted_at is null and expires_at > now()
                         order by id desc limit 200
                        """.formatted(COLUMNS))
                .map(InvitationRepository::invitation)
                .all();
    }

    Mono<Invitation> find(UUID id) {
        return database.sql("select %s from access.invitation where id = :id".formatted(COLUMNS))
                .bind("id", id)
                .map(InvitationRepository::invitation)
                .one();
    }

    Mono<Invitation> findByCode(String code) {
        return database.sql("select %s from access.invitation where code = :code".formatted(COLUMNS))
                .bind("code", code)
                .map(InvitationRepository::invitation)
                .one();
    }

    /** Marks it as accepted; false when another request was first. */
    Mono<Boolean> accept(UUID id) {
        return database.sql("update access.invitation set accepted_at = now() where id = :id and accepted_at is null")
                .bind("id", id)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    private static Invitation invitation(Readable row) {
        return new Invitation(
                required(row, "id", UUID.class),
                required(row, "code", String.class),
                required(row, "email", String.class),
                Role.of(required(row, "role", String.class)),
                row.get("decree", String.class),
                row.get("valid_to", LocalDate.class),
                required(row, "expires_at", Instant.class),
                row.get("accepted_at", Instant.class));
    }
}
