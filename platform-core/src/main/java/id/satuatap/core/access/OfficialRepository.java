package id.satuatap.core.access;

import static id.satuatap.core.shared.Columns.optional;
import static id.satuatap.core.shared.Columns.required;

import id.satuatap.core.sealing.Sealed;
import id.satuatap.core.shared.Ids;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Repository
class OfficialRepository {

    /** As it is kept. */
    record Kept(String name, @Nullable Sealed nip, @Nullable String rank) {}

    private final DatabaseClient database;

    OfficialRepository(DatabaseClient database) {
        this.database = database;
    }

    Mono<UUID> insert(Appointments.Official official) {
        return database.sql("""
                        insert into access.official (id, name, rank, person_id) values (:id, :name, :rank, :person) returning id
                        """)
                .bind("id", Ids.next())
                .bind("name", official.name())
                .bind("rank", Parameters.in(R2dbcType.VARCHAR, official.rank()))
                .bind("person", optional(official.person()))
                .map(row -> required(row, "id", UUID.class))
                .one();
    }

    /** One with the same NIP is the same. */
    Mono<UUID> keep(Appointments.Official official, Sealed nip, byte[] foundBy) {
        return database.sql("""
                        insert into access.official (id, name, rank, person_id, nip_sealed, nip_key, nip_found_by)
                        values (:id, :name, :rank, :person, :nip, :key, :foundBy)
                        on conflict (tenant_id, nip_found_by) do update
                          set name = excluded.name, rank = excluded.rank, version = official.version + 1,
                              person_id = coalesce(excluded.person_id, official.person_id)
                        returning id
                        """)
                .bind("id", Ids.next())
                .bind("name", official.name())
                .bind("rank", Parameters.in(R2dbcType.VARCHAR, official.rank()))
                .bind("person", optional(official.person()))
                .bind("nip", nip.bytes())
                .bind("key", nip.key())
                .bind("foundBy", foundBy)
                .map(row -> required(row, "id", UUID.class))
                .one();
    }

    /** Seals one that is still clear from before, so that it is found. */
    Mono<Void> seal(String clear, Sealed nip, byte[] foundBy) {
        return database.sql("""
                        update access.official set nip = null, nip_sealed = :nip, nip_key = :key, nip_found_by = :foundBy where nip = :clear
                        """)
                .bind("clear", clear)
                .bind("nip", nip.bytes())
                .bind("key", nip.key())
                .bind("foundBy", foundBy)
                .then();
    }

    Flux<Kept> of(UUID person) {
        return database.sql("""
                        select name, nip_sealed, nip_key, rank from access.official where person_id = :person order by id
                        """)
                .bind("person", person)
                .map(row -> {
                    var nip = row.get("nip_sealed", byte[].class);
                    return new Kept(
                            required(row, "name", String.class),
                            nip == null ? null : new Sealed(nip, required(row, "nip_key", UUID.class)),
                            row.get("rank", String.class));
                })
                .all();
    }
}
