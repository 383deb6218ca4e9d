package id.satuatap.gateway.entry;

import id.satuatap.gateway.edge.EdgeFilter;
import id.satuatap.gateway.edge.Part;
import id.satuatap.gateway.edge.RequestContext;
import id.satuatap.gateway.refusal.Refusal;
import id.satuatap.gateway.tenant.Tenant;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Shuts API and workspace of a suspended tenant. Its public pages stay reachable: they say what happened. */
@Component
@Order(130)
class Suspensions implements EdgeFilter {

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var context = RequestContext.of(exchange);
        var suspended = context.tenant().filter(Tenant::suspended).isPresent();
        return suspended && context.trafficClass().part() != Part.CITIZEN
                ? Mono.error(Refusal.of(HttpStatus.FORBIDDEN, "tenant.suspended"))
                : chain.filter(exchange);
    }
}
