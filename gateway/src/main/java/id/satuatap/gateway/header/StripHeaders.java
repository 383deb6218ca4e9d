package id.satuatap.gateway.header;

import id.satuatap.gateway.edge.EdgeFilter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Removes every header that only the gateway may write, however it is spelt, so that no part can mistake a caller's word for ours. */
@Component
@Order(70)
class StripHeaders implements EdgeFilter {

    private static final List<String> FAMILIES = List.of("x-satu-", "x-forwarded-", "x-internal-", "x-envoy-");
    private static final Set<String> NAMES = Set.of(
            "forwarded",
            "proxy",
            "x-real-ip",
            "x-client-ip",
            "x-cluster-client-ip",
            "true-client-ip",
            "x-request-id",
            "x-original-url",
            "x-original-host",
            "x-rewrite-url",
            "x-host",
            "x-http-method",
            "x-http-method-override",
            "x-method-override",
            "x-tenant",
            "x-tenant-id",
            "x-user",
            "x-roles");

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var forged = exchange.getRequest().getHeaders().headerNames().stream()
                .filter(StripHeaders::isOurs)
                .toList();
        if (forged.isEmpty()) {
            return chain.filter(exchange);
        }
        return chain.filter(exchange.mutate()
                .request(request -> request.headers(headers -> forged.forEach(headers::remove)))
                .build());
    }

    /** Servers behind a CGI-like interface cannot tell {@code X_Satu_Tenant} from {@code X-Satu-Tenant}; neither do we. */
    static boolean isOurs(String header) {
        var name = header.trim().toLowerCase(Locale.ROOT).replace('_', '-');
        return NAMES.contains(name) || FAMILIES.stream().anyMatch(name::startsWith);
    }
}
