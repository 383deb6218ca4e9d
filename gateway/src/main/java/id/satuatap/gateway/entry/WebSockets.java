package id.satuatap.gateway.entry;

import id.satuatap.gateway.Addresses;
import id.satuatap.gateway.edge.EdgeFilter;
import id.satuatap.gateway.edge.RequestContext;
import id.satuatap.gateway.refusal.Refusal;
import java.util.List;
import java.util.Locale;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Lets a page open a WebSocket to its own host only: browsers send cookies along with any WebSocket, and no same-origin rule protects it. */
@Component
@Order(140)
class WebSockets implements EdgeFilter {

    private final Addresses addresses;

    WebSockets(Addresses addresses) {
        this.addresses = addresses;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var headers = exchange.getRequest().getHeaders();
        if (!asksForWebSocket(headers)) {
            return chain.filter(exchange);
        }
        var context = RequestContext.of(exchange);
        if (!context.trafficClass().takesWebSockets()) {
            return Mono.error(Refusal.of(HttpStatus.NOT_FOUND, "request.not-found"));
        }
        var own = List.of(addresses.origin(context.host())).equals(headers.getOrEmpty(HttpHeaders.ORIGIN));
        return own ? chain.filter(exchange) : Mono.error(Refusal.of(HttpStatus.FORBIDDEN, "request.origin"));
    }

    private static boolean asksForWebSocket(HttpHeaders headers) {
        return headers.getOrEmpty(HttpHeaders.UPGRADE).stream()
                .anyMatch(value -> value.toLowerCase(Locale.ROOT).contains("websocket"));
    }
}
