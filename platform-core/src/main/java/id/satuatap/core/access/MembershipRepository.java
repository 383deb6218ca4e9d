package id.satuatap.core.access;

import static id.satuatap.core.shared.Columns.required;

import id.satuatap.core.shared.Conflict;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Repository
class MembershipRepository {

    private static final String COLUMNS =
            "id, issuer, subject, name, email, role, machine, decree, valid_from, valid_to, ended_at, version";

    private final DatabaseClient database;

    MembershipRepository(DatabaseClient database) {
        this.database = database;
    }

    /** The roles that hold on a day, as the tenant's calendar has it. */
    Flux<Role> rolesOf(String issuer, String subject, LocalDate today) {
        return database.sql("""
                        select role from access.membership
                         where issuer = :issuer and subject = :subject and ended_at is null
                           and valid_from <= :today and (valid_to is null or valid_to >= :today)
                        """)
                .bind("issuer", issuer)
                .bind("subject", subject)
                .bind("today", today)
                .map(row -> Role.of(required(row, "role", String.class)))
                .all();
    }

    /** What else the same subject holds, or will hold. */
    Flux<Role> otherRolesOf(Membership membership) {
        return database.sql("""
                        select role from access.membership
                         where issuer = :issuer and subject = :subject and id <> :id and ended_at is null
                        """)
                .bind("issuer", membership.issuer())
                .bind("subject", membership.subject())
                .bind("id", membership.id())
                .map(row -> Role.of(required(row, "role", String.class)))
                .all();
    }

    Mono<Boolean> isOperator(String issuer, String subject) {
        return database.sql(
                        "select exists (select from access.operator where issuer = :issuer and subject = :subject) as found")
                .bind("issuer", issuer)
                .bind("subject", subject)
                .map(row -> required(row, "found", Boolean.class))
                .one();
    }

    Flux<Membership> all() {
        return database.sql("""
                        select %s from access.membership
                         order by ended_at is not null, machine, role, name, id
                         limit 1000
                        """.formatted(COLUMNS))
                .map(MembershipRepository::membership)
                .all();
    }

    Mono<Membership> find(UUID id) {
        return database.sql("select %s from access.membership where id = :id".formatted(COLUMNS))
                .bind("id", id)
                .map(MembershipRepository::membership)
                .one();
    }

    Mono<Membership> insert(Membership membership) {
        return database.sql("""
                        insert into access.membership (id, issuer, subject, name, email, role, decree, valid_from, valid_to)
                        values (:id, :issuer, :subject, :name, :email, :role, :decree, :validFrom, :validTo)
                        returning %s
                        """.formatted(COLUMNS))
                .bind("id", membership.id())
                .bind("issuer", membership.issuer())
                .bind("subject", membership.subject())
                .bind("name", Parameters.in(R2dbcType.VARCHAR, membership.name()))
                .bind("email", Parameters.in(R2dbcType.VARCHAR, membership.email()))
                .bind("role", membership.role().key())
                .bind("decree", Parameters.in(R2dbcType.VARCHAR, membership.decree()))
                .bind("validFrom", membership.validFrom())
                .bind("validTo", Parameters.in(R2dbcType.DATE, membership.validTo()))
                .map(MembershipRepository::membership)
                .one()
                .onErrorMap(DuplicateKeyException.class, twice -> new Conflict("member.already"));
    }

    /** Empty when the version is no longer the newest. */
    Mono<Membership> update(Membership membership) {
        return database.sql("""
                        update access.membership
                           set role = :role, ended_at = :endedAt, version = version + 1
                         where id = :id and version = :version
                        returning %s
                        """.formatted(COLUMNS))
                .bind("role", membership.role().key())
                .bind("endedAt", Parameters.in(R2dbcType.TIMESTAMP_WITH_TIME_ZONE, membership.endedAt()))
                .bind("id", membership.id())
                .bind("version", membership.version())
                .map(MembershipRepository::membership)
                .one()
                .onErrorMap(DuplicateKeyException.class, twice -> new Conflict("member.already"));
    }

    private static Membership membership(Readable row) {
        return new Membership(
                required(row, "id", UUID.class),
                required(row, "issuer", String.class),
                required(row, "subject", String.class),
                row.get("name", String.class),
                row.get("email", String.class),
                Role.of(required(row, "role", String.class)),
                required(row, "machine", Boolean.class),
                row.get("decree", String.class),
                required(row, "valid_from", LocalDate.class),
                row.get("valid_to", LocalDate.class),
                row.get("ended_at", Instant.class),
                required(row, "version", Integer.class));
    }
}
