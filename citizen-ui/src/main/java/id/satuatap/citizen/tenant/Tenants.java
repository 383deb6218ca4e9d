package id.satuatap.citizen.tenant;

import id.satuatap.citizen.core.CoreProperties;
import id.satuatap.citizen.core.Remembered;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** All tenants, as platform-core listed them last: kept while core is away, so that every site stays itself. */
@Service
public class Tenants {

    private static final String ALL = "all";

    private final Remembered<String, List<Tenant>> remembered;

    Tenants(TenantClient client, CoreProperties properties) {
        this.remembered = Remembered.keptWhenAway(_ -> client.list().items(), properties.tenants());
    }

    public List<Tenant> all() {
        return remembered.get(ALL);
    }

    public Tenant get(String slug) {
        return named(slug, all()).orElseThrow(NoSuchTenant::new);
    }

    /** Empty when there is none, or nobody can say. */
    public Optional<Tenant> find(@Nullable String slug) {
        var all = remembered.find(ALL);
        return slug == null || all == null ? Optional.empty() : named(slug, all);
    }

    /** Without asking platform-core: for error pages, which must not fail themselves. */
    public @Nullable Tenant known(@Nullable String slug) {
        var last = remembered.last(ALL);
        return slug == null || last == null ? null : named(slug, last).orElse(null);
    }

    private static Optional<Tenant> named(String slug, List<Tenant> tenants) {
        return tenants.stream().filter(tenant -> tenant.slug().equals(slug)).findFirst();
    }
}
