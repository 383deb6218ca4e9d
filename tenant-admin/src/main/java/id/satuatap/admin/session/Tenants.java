package id.satuatap.admin.session;

import id.satuatap.servlet.core.CoreAway;
import id.satuatap.servlet.core.CoreClients;
import id.satuatap.servlet.core.CoreRefused;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.service.annotation.GetExchange;

/** The public face of a tenant: name, accent, time zone, whether its figures are simulated. Kept a minute; the last known one stays. */
@Service
public class Tenants {

    private static final Duration KEPT = Duration.ofMinutes(1);
    private static final int MOST = 1000;

    private final Client client;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    Tenants(CoreClients core) {
        this.client = core.openClient(Client.class);
    }

    public Optional<Brand> find(@Nullable String slug) {
        if (slug == null) {
            return Optional.empty();
        }
        var before = known.get(slug);
        if (before != null && before.at().plus(KEPT).isAfter(Instant.now())) {
            return Optional.of(before.brand());
        }
        try {
            var brand = client.get(slug);
            if (before != null || known.size() < MOST) {
                known.put(slug, new Known(brand, Instant.now()));
            }
            return Optional.of(brand);
        } catch (CoreAway | CoreRefused unknown) {
            return Optional.ofNullable(before).map(Known::brand);
        }
    }

    /** What the screen shows of a tenant. */
    public record Brand(
            String slug,
            String name,
            String kind,
            boolean simulated,
            @Nullable String accent,
            @Nullable ZoneId zone) {}

    private record Known(Brand brand, Instant at) {}

    interface Client {
        @GetExchange("/tenants/{slug}")
        Brand get(@PathVariable String slug);
    }
}
