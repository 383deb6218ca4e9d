package id.satuatap.gateway.route;

import static org.springframework.cloud.gateway.support.ServerWebExchangeUtils.GATEWAY_REQUEST_URL_ATTR;
import static org.springframework.cloud.gateway.support.ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR;

import java.net.URI;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.filter.RouteToRequestUrlFilter;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * The address at the part, with path and query exactly as the caller wrote them. The library escapes a second time what is escaped, if the
 * query holds a sign that it takes for unescaped ({@code ?at=a=b%20c} would arrive as {@code a=b%2520c}).
 */
@Component
class PartAddress implements GlobalFilter, Ordered {

    static final int ORDER = RouteToRequestUrlFilter.ROUTE_TO_URL_FILTER_ORDER + 1;

    @Override
    public int getOrder() {
        return ORDER;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        Route route = exchange.getRequiredAttribute(GATEWAY_ROUTE_ATTR);
        lead(exchange, route.getUri());
        return chain.filter(exchange);
    }

    /** Put together, not resolved: a path that begins with two slashes would name another host. */
    static void lead(ServerWebExchange exchange, URI part) {
        var asked = exchange.getRequest().getURI();
        var query = asked.getRawQuery() == null ? "" : "?" + asked.getRawQuery();
        var address = part.getScheme() + "://" + part.getRawAuthority() + asked.getRawPath() + query;
        exchange.getAttributes().put(GATEWAY_REQUEST_URL_ATTR, URI.create(address));
    }
}
