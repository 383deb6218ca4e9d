package id.satuatap.core.access;

import static id.satuatap.core.shared.Columns.required;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** What an account may build on when it asks for something. */
@Repository
class StandingRepository {

    private final DatabaseClient database;

    StandingRepository(DatabaseClient database) {
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
                .map(StandingRepository::part)
                .all()
                .reduce(StandingRepository::together);
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
}
