package id.satuatap.gateway.edge;

import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** A {@code WebFilter} for the public port only. Spring would run beans of that type on the management port as well. */
public interface EdgeFilter {

    Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain);
}
