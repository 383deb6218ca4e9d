package id.satuatap.gateway.entry;

import id.satuatap.gateway.Addresses;
import id.satuatap.gateway.HostName;
import id.satuatap.gateway.edge.EdgeFilter;
import id.satuatap.gateway.edge.RequestContext;
import id.satuatap.gateway.edge.VirtualHost;
import id.satuatap.gateway.refusal.Refusal;
import id.satuatap.gateway.tenant.TenantDirectory;
import java.time.Duration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Finds out whose address was called, and from here on the host is written the one public way. */
@Component
@Order(110)
class TenantResolver implements EdgeFilter {

    private static final Duration COME_BACK = Duration.ofSeconds(5);

    private final Addresses addresses;
    private final HostName bareHost;
    private final HostName issuerHost;
    private final TenantDirectory directory;

    TenantResolver(Addresses addresses, TenantDirectory directory) {
        this.addresses = addresses;
        this.bareHost = addresses.bareHost();
        this.issuerHost = addresses.issuerHost();
        this.directory = directory;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var host = RequestContext.of(exchange).host();
        return Mono.fromSupplier(() -> virtualHost(host)).flatMap(virtualHost -> {
            RequestContext.of(exchange).virtualHost(virtualHost);
            return chain.filter(publicly(exchange, addresses.authority(host)));
        });
    }

    private static ServerWebExchange publicly(ServerWebExchange exchange, String authority) {
        if (authority.equals(exchange.getRequest().getHeaders().getFirst(HttpHeaders.HOST))) {
            return exchange; // as nearly always: no need to copy all headers
        }
        return exchange.mutate()
                .request(request -> request.headers(headers -> headers.set(HttpHeaders.HOST, authority)))
                .build();
    }

    private VirtualHost virtualHost(HostName host) {
        if (host.equals(bareHost)) {
            return new VirtualHost.Bare();
        }
        if (host.equals(issuerHost)) {
            return new VirtualHost.Identity();
        }
        if (!directory.ready()) {
            throw Refusal.later(HttpStatus.SERVICE_UNAVAILABLE, "tenant.unready", COME_BACK);
        }
        return directory
                .find(host)
                .<VirtualHost>map(VirtualHost.OfTenant::new)
                .orElseThrow(() -> Refusal.of(HttpStatus.NOT_FOUND, "tenant.unknown"));
    }
}
