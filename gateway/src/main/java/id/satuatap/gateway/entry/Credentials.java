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

/** Demands at most one claim to be somebody: of two, we would believe the one and a part perhaps the other. */
@Component
@Order(55)
class Credentials implements EdgeFilter {

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return exchange.getRequest()
                                .getHeaders()
                                .getOrEmpty(HttpHeaders.AUTHORIZATION)
                                .size()
                        <= 1
                ? chain.filter(exchange)
                : Mono.error(Refusal.of(HttpStatus.BAD_REQUEST, "request.malformed"));
    }
}
