package id.satuatap.gateway.header;

import id.satuatap.gateway.Addresses;
import id.satuatap.gateway.edge.EdgeFilter;
import id.satuatap.gateway.edge.RequestContext;
import id.satuatap.gateway.edge.TrafficClass;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Sees to it that no answer leaves without the headers a browser needs to protect the reader. What a part set itself stays. */
@Component
@Order(30)
class SecurityHeaders implements EdgeFilter {

    private static final String A_YEAR = "max-age=31536000; includeSubDomains";

    private final ContentSecurityPolicies policies;
    private final boolean secure;

    SecurityHeaders(ContentSecurityPolicies policies, Addresses addresses) {
        this.policies = policies;
        this.secure = addresses.secure();
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        exchange.getResponse().beforeCommit(() -> {
            complete(exchange);
            return Mono.empty();
        });
        return chain.filter(exchange);
    }

    private void complete(ServerWebExchange exchange) {
        var headers = exchange.getResponse().getHeaders();
        headers.remove(HttpHeaders.SERVER);
        headers.remove("X-Powered-By");
        unlessSet(headers, "Content-Security-Policy", policies.of(RequestContext.of(exchange)));
        unlessSet(headers, "X-Content-Type-Options", "nosniff");
        unlessSet(headers, "X-Frame-Options", "DENY");
        unlessSet(headers, "Referrer-Policy", "same-origin");
        headers.set(PermissionsPolicy.HEADER, PermissionsPolicy.of(headers));
        unlessSet(headers, "Cross-Origin-Opener-Policy", "same-origin");
        unlessSet(headers, "Cross-Origin-Resource-Policy", "same-origin");
        if (secure) {
            unlessSet(headers, "Strict-Transport-Security", A_YEAR);
        }
        if (RequestContext.of(exchange)
                .trafficClassIfKnown()
                .filter(SecurityHeaders::isPersonal)
                .isPresent()) {
            unlessSet(headers, HttpHeaders.CACHE_CONTROL, "no-store");
        }
    }

    /** What depends on who asks; the workspace's scripts and styles say themselves how long they keep. */
    private static boolean isPersonal(TrafficClass traffic) {
        return traffic.api() || traffic == TrafficClass.ADMIN;
    }

    private static void unlessSet(HttpHeaders headers, String name, String value) {
        if (!headers.containsHeader(name)) {
            headers.set(name, value);
        }
    }
}
