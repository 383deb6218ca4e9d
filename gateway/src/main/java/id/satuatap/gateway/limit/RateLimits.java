package id.satuatap.gateway.limit;

import id.satuatap.gateway.edge.EdgeFilter;
import id.satuatap.gateway.edge.RequestContext;
import id.satuatap.gateway.limit.Limits.Rate;
import id.satuatap.gateway.refusal.Refusal;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Takes a token from the client's bucket, then one from its tenant's: a client that is refused costs its tenant nothing, and a tenant under fire costs no other. */
@Component
@Order(150)
class RateLimits implements EdgeFilter {

    private static final String ALL = "*";
    private static final List<String> WORKSPACE_SESSION = List.of("SATUATAP_ADMIN", "__Host-SATUATAP_ADMIN");

    private final Limits limits;
    private final TokenBuckets buckets;

    RateLimits(Limits limits, TokenBuckets buckets) {
        this.limits = limits;
        this.buckets = buckets;
    }

    private record Budget(String name, Rate rate) {}

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var context = RequestContext.of(exchange);
        var budget = budget(exchange);
        var own =
                buckets.take(new TokenBuckets.Key(context.label(), Clients.of(context), budget.name()), budget.rate());
        if (!own.isConsumed()) {
            return refuse(own, budget.rate());
        }
        if (context.tenant().isPresent()) {
            var shared = buckets.take(new TokenBuckets.Key(context.label(), ALL, ALL), limits.tenant());
            if (!shared.isConsumed()) {
                return refuse(shared, limits.tenant());
            }
        }
        if (context.trafficClass().api()) {
            state(exchange, own, budget.rate());
        }
        return chain.filter(exchange);
    }

    private Budget budget(ServerWebExchange exchange) {
        var part = RequestContext.of(exchange).trafficClass().part();
        return switch (part) {
            case CORE -> new Budget(part.name(), limits.api());
            case ADMIN ->
                hasSession(exchange)
                        ? new Budget(part.name(), limits.admin())
                        : new Budget("ADMIN_ANONYMOUS", limits.adminAnonymous());
            case CITIZEN -> new Budget(part.name(), limits.pages());
            case IDENTITY -> new Budget(part.name(), limits.identity());
        };
    }

    /** Or says so: whether the workspace knows the session is its own affair. */
    private static boolean hasSession(ServerWebExchange exchange) {
        return WORKSPACE_SESSION.stream().anyMatch(exchange.getRequest().getCookies()::containsKey);
    }

    private static void state(ServerWebExchange exchange, ConsumptionProbe probe, Rate rate) {
        exchange.getResponse().beforeCommit(() -> {
            var headers = exchange.getResponse().getHeaders();
            if (!headers.containsHeader("RateLimit-Limit")) {
                headers(probe, rate).forEach(headers::set);
            }
            return Mono.empty();
        });
    }

    private static Mono<Void> refuse(ConsumptionProbe probe, Rate rate) {
        var headers = new HashMap<>(headers(probe, rate));
        headers.put(HttpHeaders.RETRY_AFTER, seconds(Math.max(1, probe.getNanosToWaitForRefill())));
        return Mono.error(Refusal.of(HttpStatus.TOO_MANY_REQUESTS, "request.too-many", headers));
    }

    private static Map<String, String> headers(ConsumptionProbe probe, Rate rate) {
        return Map.of(
                "RateLimit-Limit", String.valueOf(rate.burst()),
                "RateLimit-Remaining", String.valueOf(probe.getRemainingTokens()),
                "RateLimit-Reset", seconds(probe.getNanosToWaitForReset()));
    }

    private static String seconds(long nanos) {
        return String.valueOf(Math.ceilDiv(nanos, Duration.ofSeconds(1).toNanos()));
    }
}
