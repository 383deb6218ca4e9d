package id.satuatap.core.access;

import static id.satuatap.core.shared.Columns.optional;
import static id.satuatap.core.shared.Columns.required;

import id.satuatap.core.shared.Conflict;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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

    /** What holds on a day, as the tenant's calendar has it: a row for each role, or one without a role. */
    Mono<StoredStanding> standing(Account account, LocalDate today) {
        return database.sql("""
                        select p.id, p.restricted or (p.name, p.email) is not distinct from (:name, coalesce(:email, p.email)) as fresh,
                               array(select a.post_id from access.official o
                                       join access.appointment a on a.tenant_id = o.tenant_id and a.official_id = o.id
                                      where o.person_id = p.id and a.ended_at is null
                                        and a.valid_from <= :today and (a.valid_to is null or a.valid_to >= :today)) as posts,
                               m.role, m.office_id,
                               array(select w.office_id from access.office_within w where w.ancestor_id = m.office_id and w.holds) as reach
                          from access.person p
                          left join access.membership m
                            on m.tenant_id = p.tenant_id and m.person_id = p.id and m.ended_at is null
                           and m.valid_from <= :today and (m.valid_to is null or m.valid_to >= :today)
                         where p.issuer = :issuer and p.subject = :subject
                        """)
                .bind("name", Parameters.in(R2dbcType.VARCHAR, account.name()))
                .bind("email", Parameters.in(R2dbcType.VARCHAR, account.email()))
                .bind("today", today)
                .bind("issuer", account.issuer())
                .bind("subject", account.subject())
                .map(MembershipRepository::part)
                .all()
                .reduce(MembershipRepository::together);
    }

    private static StoredStanding part(Readable row) {
        var role = row.get("role", String.class);
        var office = row.get("office_id", UUID.class);
        var held = role == null
                ? List.<PermissionTable.Held>of()
                : List.of(new PermissionTable.Held(Role.of(role), office, reach(row, office)));
        return new StoredStanding(
                required(row, "id", UUID.class),
                required(row, "fresh", Boolean.class),
                Set.of(required(row, "posts", UUID[].class)),
                held);
    }

    /** An office reaches itself, also before anybody wrote down what is within it. */
    private static Set<UUID> reach(Readable row, @Nullable UUID office) {
        if (office == null) {
            return Set.of();
        }
        var offices = new HashSet<>(List.of(required(row, "reach", UUID[].class)));
        offices.add(office);
        return Set.copyOf(offices);
    }

    private static StoredStanding together(StoredStanding one, StoredStanding other) {
        var held = new ArrayList<>(one.held());
        held.addAll(other.held());
        return new StoredStanding(one.person(), one.fresh(), one.posts(), List.copyOf(held));
    }

    Mono<Boolean> isOperator(Account account) {
        return database.sql(
                        "select exists (select from access.operator where issuer = :issuer and subject = :subject) as found")
                .bind("issuer", account.issuer())
                .bind("subject", account.subject())
                .map(row -> required(row, "found", Boolean.class))
                .one();
    }

    Mono<Void> lock() {
        return database.sql("select pg_advisory_xact_lock(hashtextextended(tenancy.current_tenant()::text, 2))")
                .then();
    }

    Flux<Membership> all() {
        return database.sql(SELECT + "order by m.ended_at is not null, p.machine, m.role, p.name, m.id limit 1000")
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
