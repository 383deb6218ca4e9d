package id.satuatap.identity.client;

import id.satuatap.identity.IdentityProperties;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
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
    private final Clock clock;
    private final ReentrantLock asking = new ReentrantLock();
    private volatile @Nullable Known known;

    TenantDirectory(RestClient.Builder builder, IdentityProperties properties, Clock clock) {
        var requests = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build());
        requests.setReadTimeout(Duration.ofSeconds(2));
        core = builder.baseUrl(properties.coreUrl().toString())
                .requestFactory(requests)
                .build();
        baseUrl = properties.baseUrl();
        this.clock = clock;
    }

    public Tenants current() {
        var before = known;
        if (before != null && (isFresh(before) || !asking.tryLock())) {
            return before.tenants();
        }
        if (before == null) {
            asking.lock();
        }
        try {
            return refreshed(known).tenants();
        } finally {
            asking.unlock();
        }
    }

    private Known refreshed(@Nullable Known last) {
        if (last != null && isFresh(last)) {
            return last;
        }
        var now = clock.instant();
        var next = new Known(ask(last == null ? new Tenants(baseUrl, List.of()) : last.tenants()), now);
        known = next;
        return next;
    }

    private Tenants ask(Tenants last) {
        try {
            var list = core.get().uri("/api/v1/tenants").retrieve().body(TenantList.class);
            if (list == null) {
                return last;
            }
            var tenants = new Tenants(
                    baseUrl,
                    list.items().stream()
                            .filter(item -> Tenant.isSlug(item.slug()))
                            .map(TenantList.Item::tenant)
                            .toList());
            return tenants.equals(last) ? last : tenants;
        } catch (RestClientException away) {
            LOG.warn("platform-core did not name the tenants, the last known stay in use: {}", away.getMessage());
            return last;
        }
    }

    private boolean isFresh(Known known) {
        return known.at().plus(FRESH).isAfter(clock.instant());
    }

    private record Known(Tenants tenants, Instant at) {}

    /** The part of core's answer that is needed here. */
    record TenantList(List<Item> items) {

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
