package id.satuatap.gateway.entry;

import id.satuatap.gateway.HostName;
import id.satuatap.gateway.edge.EdgeFilter;
import id.satuatap.gateway.edge.RequestContext;
import id.satuatap.gateway.refusal.Refusal;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;

/** Demands exactly one well-formed host, and that a request line which names a host itself names the same. */
@Component
@Order(80)
class Hosts implements EdgeFilter {

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var host = host(exchange.getRequest());
        if (host.isEmpty()) {
            return Mono.error(Refusal.of(HttpStatus.BAD_REQUEST, "request.host"));
        }
        RequestContext.of(exchange).host(host.get());
        return chain.filter(exchange);
    }

    private static Optional<HostName> host(ServerHttpRequest request) {
        var hosts = request.getHeaders().getOrEmpty(HttpHeaders.HOST);
        if (hosts.size() != 1) {
            return Optional.empty();
        }
        try {
            var host = HostName.ofAuthority(hosts.getFirst());
            return agrees(requestLine(request), hosts.getFirst()) ? Optional.of(host) : Optional.empty();
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    static boolean agrees(String requestLine, String host) {
        if (requestLine.startsWith("/")) {
            return true;
        }
        var absolute = URI.create(requestLine);
        return absolute.getRawUserInfo() == null
                && absolute.getRawAuthority() != null
                && absolute.getRawAuthority().toLowerCase(Locale.ROOT).equals(host.toLowerCase(Locale.ROOT));
    }

    private static String requestLine(ServerHttpRequest request) {
        return ServerHttpRequestDecorator.<HttpServerRequest>getNativeRequest(request)
                .uri();
    }
}
