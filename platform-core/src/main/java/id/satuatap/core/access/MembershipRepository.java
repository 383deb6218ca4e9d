package id.satuatap.core.access;

import static id.satuatap.core.shared.Columns.optional;
import static id.satuatap.core.shared.Columns.required;

import id.satuatap.core.shared.Conflict;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Repository
class MembershipRepository {

    private static final String SELECT = """
            select m.id, m.person_id, %s as name, case when not p.restricted then p.email end as email, m.role, m.office_id, p.machine, m.decree, m.valid_from, m.valid_to, m.ended_at, m.version
              from access.membership m
              join access.person p on p.tenant_id = m.tenant_id and p.id = m.person_id
            """.formatted(Person.NAME);

    private final DatabaseClient database;

    MembershipRepository(DatabaseClient database) {
        this.database = database;
    }

    Mono<Void> lock() {
        return database.sql("select pg_advisory_xact_lock(hashtextextended(tenancy.current_tenant()::text, 2))")
                .then();
    }

    Flux<Membership> after(UUID id, int most) {
        return database.sql(SELECT + "where m.id > :id order by m.id limit " + most)
                .bind("id", id)
                .map(MembershipRepository::membership)
                .all();
    }

    Mono<Membership> find(UUID id) {
        return database.sql(SELECT + "where m.id = :id")
                .bind("id", id)
                .map(MembershipRepository::membership)
                .one();
    }

    Flux<Membership> of(UUID person) {
        return database.sql(SELECT + "where m.person_id = :person and m.ended_at is null")
                .bind("person", person)
                .map(MembershipRepository::membership)
                .all();
    }

    Flux<Membership> all(Collection<UUID> ids) {
        return database.sql(SELECT + "where m.id = any(:ids)")
                .bind("ids", ids.toArray(UUID[]::new))
                .map(MembershipRepository::membership)
                .all();
    }

    Flux<Membership> everOf(Collection<UUID> people) {
        return database.sql(SELECT + "where m.person_id = any(:people)")
                .bind("people", people.toArray(UUID[]::new))
                .map(MembershipRepository::membership)
                .all();
    }

    Flux<Membership> of(String email) {
        return database.sql(SELECT + "where lower(p.email) = lower(:email) and m.ended_at is null")
                .bind("email", email)
                .map(MembershipRepository::membership)
                .all();
    }

    Mono<Long> people(Role role, LocalDate today) {
        return database.sql("""
                        select count(distinct m.person_id) as people
                          from access.membership m
                          join access.person p on p.tenant_id = m.tenant_id and p.id = m.person_id
                         where m.role = :role and not p.machine and m.ended_at is null
                           and m.valid_from <= :today and (m.valid_to is null or m.valid_to >= :today)
                        """)
                .bind("role", role.key())
                .bind("today", today)
                .map(row -> required(row, "people", Long.class))
                .one();
    }

    Mono<Long> people(LocalDate day) {
        return database.sql("""
                        select count(distinct m.person_id) as people
                          from access.membership m
                          join access.person p on p.tenant_id = m.tenant_id and p.id = m.person_id
                         where not p.machine and m.ended_at is null and m.valid_from <= :day and (m.valid_to is null or m.valid_to >= :day)
                        """)
                .bind("day", day)
                .map(row -> required(row, "people", Long.class))
                .one();
    }

    Mono<Void> insert(Membership membership) {
        return database.sql("""
                        insert into access.membership (id, person_id, role, office_id, decree, valid_from, valid_to)
                        values (:id, :person, :role, :office, :decree, :validFrom, :validTo)
                        """)
                .bind("id", membership.id())
                .bind("person", membership.person())
                .bind("role", membership.role().key())
                .bind("office", optional(membership.office()))
                .bind("decree", Parameters.in(R2dbcType.VARCHAR, membership.decree()))
                .bind("validFrom", membership.validFrom())
                .bind("validTo", Parameters.in(R2dbcType.DATE, membership.validTo()))
                .then()
                .onErrorMap(DuplicateKeyException.class, twice -> new Conflict("member.already"));
    }

    /** Empty when the version is no longer the newest. */
    Mono<UUID> update(Membership membership) {
        return database.sql("""
                        update access.membership
                           set role = :role, ended_at = :endedAt, version = version + 1
                         where id = :id and version = :version
                        returning id
                        """)
                .bind("role", membership.role().key())
                .bind("endedAt", Parameters.in(R2dbcType.TIMESTAMP_WITH_TIME_ZONE, membership.endedAt()))
                .bind("id", membership.id())
                .bind("version", membership.version())
                .map(row -> required(row, "id", UUID.class))
                .one()
                .onErrorMap(DuplicateKeyException.class, twice -> new Conflict("member.already"));
    }

    private static Membership membership(Readable row) {
        return new Membership(
                required(row, "id", UUID.class),
                required(row, "person_id", UUID.class),
                row.get("name", String.class),
                row.get("email", String.class),
                Role.of(required(row, "role", String.class)),
                row.get("office_id", UUID.class),
                required(row, "machine", Boolean.class),
                row.get("decree", String.class),
                required(row, "valid_from", LocalDate.class),
                row.get("valid_to", LocalDate.class),
                row.get("ended_at", Instant.class),
                required(row, "version", Integer.class));
    }
}
