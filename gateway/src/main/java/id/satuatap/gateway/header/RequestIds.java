package id.satuatap.gateway.header;

import id.satuatap.gateway.edge.EdgeFilter;
import id.satuatap.gateway.edge.RequestContext;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.util.AlternativeJdkIdGenerator;
import org.springframework.util.IdGenerator;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Gives each request an id of our own; one from outside is not believed. */
@Component
@Order(10)
class RequestIds implements EdgeFilter {

    static final String HEADER = "X-Request-Id";

    private final IdGenerator ids =
            new AlternativeJdkIdGenerator(); // SecureRandom reads a file, and an id is no secret

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var id = ids.generateId().toString();
        RequestContext.of(exchange).requestId(id);
        exchange.getResponse().beforeCommit(() -> {
            exchange.getResponse().getHeaders().set(HEADER, id);
            return Mono.empty();
        });
        return chain.filter(exchange);
    }
}
