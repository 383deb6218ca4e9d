package id.satuatap.core.tenancy;

import static id.satuatap.core.shared.Columns.required;

import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Repository
class TenantRepository {

    private final DatabaseClient database;

    TenantRepository(DatabaseClient database) {
        this.database = database;
    }

    Flux<Tenant> all() {
        return database.sql("""
                        select t.id, t.kind, t.region_code, t.slug, t.name, t.state, t.simulated, t.accent, t.languages, t.zone,
                               (select p.parent_id from tenancy.tenant_parent p
                                 where p.tenant_id = t.id and p.valid_from <= (now() at time zone t.zone)::date
                                   and (p.valid_to is null or p.valid_to > (now() at time zone t.zone)::date)
                                 order by p.valid_from desc limit 1) as parent_id,
                               array(select h.host from tenancy.tenant_host h where h.tenant_id = t.id order by h.host) as hosts
                          from tenancy.tenant t
                         order by t.region_code
                        """).map(TenantRepository::tenant).all();
    }

    Mono<Long> changeState(Tenant tenant, Tenant.State to) {
        return database.sql("update tenancy.tenant set state = :to where id = :id and state = :from")
                .bind("to", to.name())
                .bind("id", tenant.id())
                .bind("from", tenant.state().name())
                .fetch()
                .rowsUpdated();
    }

    private static Tenant tenant(Readable row) {
        return new Tenant(
                required(row, "id", UUID.class),
                Tenant.Kind.valueOf(required(row, "kind", String.class)),
                required(row, "region_code", String.class),
                required(row, "slug", String.class),
                required(row, "name", String.class),
                row.get("parent_id", UUID.class),
                Tenant.State.valueOf(required(row, "state", String.class)),
                required(row, "simulated", Boolean.class),
                required(row, "accent", String.class),
                List.of(required(row, "languages", String[].class)),
                required(row, "zone", String.class),
                List.of(required(row, "hosts", String[].class)));
    }
}
