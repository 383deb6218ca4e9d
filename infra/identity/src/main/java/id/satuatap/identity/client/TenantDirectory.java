package id.satuatap.identity.client;

import com.github.benmanes.caffeine.cache.CacheLoader;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import id.satuatap.identity.IdentityProperties;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * Asks platform-core for the live tenants, at most every five seconds. While one thread asks, the others use what is
 * known; when core is away, what was last known stays true, and without any answer yet there is only the bare host.
 */
@Component
public class TenantDirectory {

    private static final Logger LOG = LoggerFactory.getLogger(TenantDirectory.class);
    private static final Duration FRESH = Duration.ofSeconds(5);

    private final RestClient core;
    private final URI baseUrl;
    /** One entry, by the bare host's address. Whoever finds it stale asks himself, so he never goes by an old one. */
    private final LoadingCache<URI, Tenants> known = Caffeine.newBuilder()
            .refreshAfterWrite(FRESH)
            .executor(Runnable::run)
            .build(new Asking());

    TenantDirectory(RestClient.Builder builder, IdentityProperties properties) {
        var requests = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build());
        requests.setReadTimeout(Duration.ofSeconds(2));
        core = builder.baseUrl(properties.coreUrl().toString())
                .requestFactory(requests)
                .build();
        baseUrl = properties.baseUrl();
    }

    public Tenants current() {
        return known.get(baseUrl);
    }

    private Tenants ask(Tenants last) {
        try {
            var list = core.get().uri("/api/v1/tenants").retrieve().body(TenantList.class);
            if (list == null) {
                return last;
            }
            var tenants = new Tenants(baseUrl, list.tenants());
            return tenants.equals(last) ? last : tenants;
        } catch (RestClientException away) {
            LOG.warn("platform-core did not name the tenants, the last known stay in use: {}", away.getMessage());
            return last;
        }
    }

    private final class Asking implements CacheLoader<URI, Tenants> {

        @Override
        public Tenants load(URI address) {
            return ask(new Tenants(address, List.of()));
        }

        @Override
        public Tenants reload(URI address, Tenants last) {
            return ask(last);
        }
    }

    /** The part of core's answer that is needed here. */
    record TenantList(List<Item> items) {

        List<Tenant> tenants() {
            return items.stream()
                    .filter(item -> Tenant.isSlug(item.slug()))
                    .map(Item::tenant)
                    .toList();
        }

        record Item(
                String slug,
                String name,
                String state,
                @Nullable String accent,
                List<String> hosts) {

            Tenant tenant() {
                return new Tenant(slug, name, "ACTIVE".equals(state), accent == null ? "" : accent, hosts);
            }
        }
    }
}
