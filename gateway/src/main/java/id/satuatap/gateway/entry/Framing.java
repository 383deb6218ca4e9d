package id.satuatap.gateway.entry;

import id.satuatap.gateway.edge.EdgeFilter;
import id.satuatap.gateway.refusal.Refusal;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Refuses a body whose length two servers could read differently: any transfer encoding but one plain {@code chunked}. Netty refuses the other tricks itself. */
@Component
@Order(45)
class Framing implements EdgeFilter {

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var encodings = exchange.getRequest().getHeaders().getOrEmpty(HttpHeaders.TRANSFER_ENCODING);
        return encodings.isEmpty() || (encodings.size() == 1 && "chunked".equalsIgnoreCase(encodings.getFirst()))
                ? chain.filter(exchange)
                : Mono.error(Refusal.of(HttpStatus.BAD_REQUEST, "request.malformed"));
    }
}
