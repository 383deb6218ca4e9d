package id.satuatap.gateway.header;

import id.satuatap.gateway.edge.EdgeFilter;
import id.satuatap.gateway.edge.RequestContext;
import java.net.InetAddress;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Finds out who really calls: the peer of the connection, or behind a trusted proxy the last address that is not one. */
@Component
@Order(60)
class ClientAddresses implements EdgeFilter {

    private final TrustedProxies proxies;

    ClientAddresses(TrustedProxies proxies) {
        this.proxies = proxies;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        RequestContext.of(exchange).client(client(exchange));
        return chain.filter(exchange);
    }

    private InetAddress client(ServerWebExchange exchange) {
        var client = Objects.requireNonNull(exchange.getRequest().getRemoteAddress(), "peer")
                .getAddress();
        var hops = forwarded(exchange).reversed().iterator();
        while (proxies.include(client) && hops.hasNext()) {
            try {
                client = InetAddress.ofLiteral(hops.next());
            } catch (IllegalArgumentException notAnAddress) {
                break;
            }
        }
        return client;
    }

    private static List<String> forwarded(ServerWebExchange exchange) {
        return exchange.getRequest().getHeaders().getOrEmpty("X-Forwarded-For").stream()
                .flatMap(line -> Stream.of(line.split(",")))
                .map(String::trim)
                .toList();
    }
}
