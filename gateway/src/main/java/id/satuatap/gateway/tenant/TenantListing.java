package id.satuatap.gateway.tenant;

import id.satuatap.gateway.HostName;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What platform-core answers at {@code /api/v1/tenants}, as far as the gateway needs it. */
record TenantListing(List<Entry> items) {

    private static final Logger LOG = LoggerFactory.getLogger(TenantListing.class);
    private static final Pattern SLUG = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");

    record Entry(
            String slug,
            @Nullable String name,
            @Nullable String state,
            @Nullable List<String> hosts) {

        /** A state we do not know counts as suspended: a door we understand wrongly stays shut. */
        Tenant tenant() {
            var open = "ACTIVE".equals(state);
            return new Tenant(slug, name == null ? slug : name, open ? Tenant.State.ACTIVE : Tenant.State.SUSPENDED);
        }
    }

    /** A host that two tenants claim belongs to neither. */
    Map<HostName, Tenant> byHost() {
        var found = new HashMap<HostName, Tenant>();
        var disputed = new HashSet<HostName>();
        for (var entry : items) {
            if (!SLUG.matcher(entry.slug()).matches()) {
                LOG.error("A tenant with an unusable slug is left out");
                continue;
            }
            var tenant = entry.tenant();
            for (var host : entry.hosts() == null ? List.<String>of() : entry.hosts()) {
                claim(host, tenant, found, disputed);
            }
        }
        disputed.forEach(found::remove);
        return Map.copyOf(found);
    }

    private static void claim(String host, Tenant tenant, Map<HostName, Tenant> found, Set<HostName> disputed) {
        try {
            var name = new HostName(host);
            var before = found.putIfAbsent(name, tenant);
            if (before != null && !before.slug().equals(tenant.slug())) {
                LOG.error("Host {} is claimed by {} and {}: neither gets it", name, before.slug(), tenant.slug());
                disputed.add(name);
            }
        } catch (IllegalArgumentException unusable) {
            LOG.error("Tenant {} names an unusable host, it is left out", tenant.slug());
        }
    }
}
