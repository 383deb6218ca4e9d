package id.satuatap.core.access;

import static id.satuatap.core.shared.Columns.required;

import id.satuatap.core.shared.Ids;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Repository
class PersonRepository {

    private final DatabaseClient database;

    PersonRepository(DatabaseClient database) {
        this.database = database;
    }

    /** Of two that come at once, both get the one row. */
    Mono<UUID> keep(Account account) {
        return database.sql("""
                        insert into access.person (id, issuer, subject, name, email, machine)
                        values (:id, :issuer, :subject, :name, :email, :machine)
                        on conflict (tenant_id, issuer, subject) do update
                          set name = case when person.restricted then person.name else excluded.name end,
                              email = case when person.restricted then person.email else coalesce(excluded.email, person.email) end
                        returning id
                        """)
                .bind("id", Ids.next())
                .bind("issuer", account.issuer())
                .bind("subject", account.subject())
                .bind("name", Parameters.in(R2dbcType.VARCHAR, account.name()))
                .bind("email", Parameters.in(R2dbcType.VARCHAR, account.email()))
                .bind("machine", account.machine())
                .map(row -> required(row, "id", UUID.class))
                .one();
    }

    Flux<Person> all(Collection<UUID> ids) {
        return database.sql("""
                        select id, issuer, subject, name, email, machine, restricted, erased_at from access.person where id = any(:ids)
                        """)
                .bind("ids", ids.toArray(UUID[]::new))
                .map(PersonRepository::person)
                .all();
    }

    Mono<Void> restrict(UUID id, boolean restricted) {
        return database.sql("update access.person set restricted = :restricted where id = :id")
                .bind("restricted", restricted)
                .bind("id", id)
                .then();
    }

    Mono<Void> lock(UUID id) {
        return database.sql("select id from access.person where id = :id for update")
                .bind("id", id)
                .then();
    }

    private static Person person(Readable row) {
        return new Person(
                required(row, "id", UUID.class),
                row.get("issuer", String.class),
                row.get("subject", String.class),
                row.get("name", String.class),
                row.get("email", String.class),
                required(row, "machine", Boolean.class),
                required(row, "restricted", Boolean.class),
                row.get("erased_at", Instant.class));
    }
}
