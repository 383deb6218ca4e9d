package id.satuatap.core.sealing;

import static id.satuatap.core.shared.Columns.required;

import id.satuatap.core.sealing.PlatformKeys.Wrapped;
import id.satuatap.core.sealing.TenantKey.Purpose;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Repository
class TenantKeyRepository {

    private final DatabaseClient database;

    TenantKeyRepository(DatabaseClient database) {
        this.database = database;
    }

    /** The oldest first. Those of before this transaction are certainly committed. */
    Flux<TenantKey> all() {
        return database.sql("""
                        select id, purpose, wrapped, wrapped_by, created_at, retired_at, created_at < now() as kept
                          from sealing.tenant_key order by created_at, id
                        """).map(TenantKeyRepository::key).all();
    }

    /** One transaction at a time changes the keys of a tenant, until it ends. */
    Mono<Void> lock() {
        return database.sql("select pg_advisory_xact_lock(hashtextextended(tenancy.current_tenant()::text, 5))")
                .then();
    }

    Mono<Void> insert(UUID id, Purpose purpose, Wrapped wrapped) {
        return database.sql("""
                        insert into sealing.tenant_key (id, purpose, wrapped, wrapped_by) values (:id, :purpose, :wrapped, :by)
                        """)
                .bind("id", id)
                .bind("purpose", purpose.name())
                .bind("wrapped", wrapped.bytes())
                .bind("by", wrapped.by())
                .then();
    }

    Mono<Void> rewrap(UUID id, Wrapped wrapped) {
        return database.sql("update sealing.tenant_key set wrapped = :wrapped, wrapped_by = :by where id = :id")
                .bind("id", id)
                .bind("wrapped", wrapped.bytes())
                .bind("by", wrapped.by())
                .then();
    }

    Mono<Void> retire(Collection<UUID> ids) {
        return database.sql(
                        "update sealing.tenant_key set retired_at = now() where id = any(:ids) and retired_at is null")
                .bind("ids", ids.toArray(UUID[]::new))
                .then();
    }

    private static TenantKey key(Readable row) {
        return new TenantKey(
                required(row, "id", UUID.class),
                Purpose.valueOf(required(row, "purpose", String.class)),
                new Wrapped(required(row, "wrapped", byte[].class), required(row, "wrapped_by", String.class)),
                required(row, "created_at", Instant.class),
                row.get("retired_at", Instant.class),
                required(row, "kept", Boolean.class));
    }
}
