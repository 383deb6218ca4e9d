package id.satuatap.gateway.entry;

import id.satuatap.gateway.edge.EdgeFilter;
import id.satuatap.gateway.edge.RequestContext;
import id.satuatap.gateway.refusal.Refusal;
import java.util.regex.Pattern;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Keeps the inside of the parts inside: actuators at every host, and anything under {@code /api/} that is not the public API. */
@Component
@Order(120)
class InternalPaths implements EdgeFilter {

    private static final Pattern CLOSED = Pattern.compile("(?is)(/admin)?/actuator(/.*)?|/api(/(?!v1/).*)?");

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return CLOSED.matcher(RequestContext.of(exchange).path()).matches()
                ? Mono.error(Refusal.of(HttpStatus.NOT_FOUND, "request.not-found"))
                : chain.filter(exchange);
    }
}
