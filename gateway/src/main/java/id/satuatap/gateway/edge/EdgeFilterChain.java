package id.satuatap.gateway.edge;

import java.util.List;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.springframework.web.server.handler.DefaultWebFilterChain;
import reactor.core.publisher.Mono;

/** Runs the filters of the public port, in order, before anything else looks at a request. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class EdgeFilterChain implements WebFilter {

    private final List<WebFilter> filters;

    EdgeFilterChain(List<EdgeFilter> filters) {
        this.filters = filters.stream().<WebFilter>map(filter -> filter::filter).toList();
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (WebServerApplicationContext.hasServerNamespace(exchange.getApplicationContext(), "management")) {
            return chain.filter(exchange);
        }
        return new DefaultWebFilterChain(chain::filter, filters).filter(exchange);
    }
}
