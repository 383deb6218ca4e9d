package id.satuatap.gateway.limit;

import id.satuatap.gateway.edge.EdgeFilter;
import id.satuatap.gateway.edge.RequestContext;
import id.satuatap.gateway.refusal.Refusal;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Bounds what one client and one tenant hold open at once, event streams and WebSockets included: else a few callers could take every connection to a part. */
@Component
@Order(160)
class ConcurrencyLimits implements EdgeFilter {

    private static final Duration COME_BACK = Duration.ofSeconds(5);

    private final Limits limits;
    private final ConcurrentHashMap<String, Integer> open = new ConcurrentHashMap<>();

    ConcurrencyLimits(Limits limits) {
        this.limits = limits;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var context = RequestContext.of(exchange);
        var tenant = context.label();
        var client = tenant + "|" + Clients.of(context);
        return Mono.defer(() -> {
            if (!enter(client, limits.openPerClient())) {
                return tooMany();
            }
            if (context.tenant().isPresent() && !enter(tenant, limits.openPerTenant())) {
                leave(client);
                return tooMany();
            }
            return chain.filter(exchange).doFinally(signal -> {
                leave(client);
                if (context.tenant().isPresent()) {
                    leave(tenant);
                }
            });
        });
    }

    private boolean enter(String key, int most) {
        var now = open.merge(key, 1, Integer::sum);
        if (now <= most) {
            return true;
        }
        leave(key);
        return false;
    }

    private void leave(String key) {
        open.computeIfPresent(key, (same, count) -> count > 1 ? count - 1 : null);
    }

    private static Mono<Void> tooMany() {
        return Mono.error(Refusal.later(HttpStatus.TOO_MANY_REQUESTS, "request.too-many-open", COME_BACK));
    }
}
