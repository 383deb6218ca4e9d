package id.satuatap.core.access;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** One line for each change and each refused request: request id, tenant, pattern, status, time. No path values, no person. */
@Component
@Order(-200) // around everything, tokens that are refused included
class RequestLog implements WebFilter {

    private static final Logger LOG = LoggerFactory.getLogger(RequestLog.class);

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        long start = System.nanoTime();
        exchange.getResponse().beforeCommit(() -> Mono.fromRunnable(() -> log(exchange, start)));
        return chain.filter(exchange);
    }

    private static void log(ServerWebExchange exchange, long start) {
        var status = exchange.getResponse().getStatusCode();
        int code = status == null ? 200 : status.value();
        var method = exchange.getRequest().getMethod();
        if (code < 400 && (method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD))) {
            return;
        }
        var tenant = exchange.getAttribute(Actor.ATTRIBUTE) instanceof Actor actor && actor.tenant() != null
                ? actor.tenant().slug()
                : "-";
        LOG.atInfo()
                .addKeyValue("requestId", exchange.getRequest().getHeaders().getFirst("X-Request-Id"))
                .addKeyValue("tenant", tenant)
                .addKeyValue("status", code)
                .addKeyValue("milliseconds", (System.nanoTime() - start) / 1_000_000)
                .log("{} {}", method, exchange.<Object>getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
    }
}
