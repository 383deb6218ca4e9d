package id.satuatap.gateway.entry;

import id.satuatap.gateway.edge.EdgeFilter;
import id.satuatap.gateway.refusal.Refusal;
import java.util.Map;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Lets the usual methods pass. TRACE would echo what we add, CONNECT would make a tunnel of us. */
@Component
@Order(50)
class Methods implements EdgeFilter {

    private static final String ALLOWED = "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS";
    private static final Set<HttpMethod> USUAL = Set.of(
            HttpMethod.GET,
            HttpMethod.HEAD,
            HttpMethod.POST,
            HttpMethod.PUT,
            HttpMethod.PATCH,
            HttpMethod.DELETE,
            HttpMethod.OPTIONS);

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (USUAL.contains(exchange.getRequest().getMethod())) {
            return chain.filter(exchange);
        }
        return Mono.error(
                Refusal.of(HttpStatus.METHOD_NOT_ALLOWED, "request.method", Map.of(HttpHeaders.ALLOW, ALLOWED)));
    }
}
