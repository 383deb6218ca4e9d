package id.satuatap.twin;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tenants and roles, read from core's tables and remembered for five seconds, as core remembers them. */
@Component
class Register {

    /** Who somebody is in a tenant, and what that one may. */
    record Standing(UUID person, Set<String> roles) {}

    private record Key(UUID tenant, LocalDate today, String issuer, String subject) {}

    private final JdbcClient database;
    private final TenantTransactions transactions;
    private final LoadingCache<String, Map<String, Tenant>> tenants;
    private final LoadingCache<Key, Standing> standings;

    Register(JdbcClient database, TenantTransactions transactions) {
        this.database = database;
        this.transactions = transactions;
        this.tenants = Caffeine.newBuilder()
                .expireAfterWrite(Duration.ofSeconds(5))
                .maximumSize(1)
                .build(key -> all());
        this.standings = Caffeine.newBuilder()
                .expireAfterWrite(Duration.ofSeconds(5))
                .maximumSize(50_000)
                .build(this::load);
    }

    Tenant tenant(String slug) {
        var found = tenants.get("all").get(slug);
        if (found == null || !found.visible()) {
            throw new Refused(404, "tenant.unknown");
        }
        return found;
    }

    Standing of(Tenant tenant, String issuer, String subject) {
        return standings.get(new Key(tenant.id(), LocalDate.now(ZoneId.of(tenant.zone())), issuer, subject));
    }

    private Map<String, Tenant> all() {
        return transactions
                .read(
                        "",
                        () -> database.sql("select id, slug, state, zone from tenancy.tenant")
                                .query((row, number) -> new Tenant(
                                        row.getObject("id", UUID.class),
                                        row.getString("slug"),
                                        row.getString("state"),
                                        row.getString("zone")))
                                .list())
                .stream()
                .collect(Collectors.toUnmodifiableMap(Tenant::slug, Function.identity()));
    }

    private Standing load(Key key) {
        return transactions.read(
                key.tenant().toString(),
                () -> database.sql("""
                        select p.id, array_agg(m.role) as roles
                          from access.person p
                          join access.membership m on m.tenant_id = p.tenant_id and m.person_id = p.id and m.ended_at is null
                           and m.valid_from <= :today and (m.valid_to is null or m.valid_to >= :today)
                         where p.issuer = :issuer and p.subject = :subject
                         group by p.id
                        """)
                        .param("issuer", key.issuer())
                        .param("subject", key.subject())
                        .param("today", key.today())
                        .query((row, number) -> new Standing(row.getObject("id", UUID.class), Set.of((String[])
                                row.getArray("roles").getArray())))
                        .optional()
                        .orElseThrow(() -> new Refused(403, "access.not-a-member")));
    }
}
