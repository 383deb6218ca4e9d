package id.satuatap.gateway.route;

import id.satuatap.gateway.core.CoreInstances;
import id.satuatap.gateway.edge.Part;
import id.satuatap.gateway.edge.RequestContext;
import java.net.ConnectException;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Sends a request for core to an instance that is ready. Another one is tried only if no connection came about: not a byte
 * was sent then, so that this is safe for every method.
 */
@Component
class CoreLoadBalancer implements GlobalFilter, Ordered {

    private final CoreInstances cores;

    CoreLoadBalancer(CoreInstances cores) {
        this.cores = cores;
    }

    @Override
    public int getOrder() {
        return PartAddress.ORDER + 1;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        if (cores.size() == 1 || RequestContext.of(exchange).trafficClass().part() != Part.CORE) {
            return chain.filter(exchange);
        }
        return send(exchange, chain, cores.size() - 1);
    }

    private Mono<Void> send(ServerWebExchange exchange, GatewayFilterChain chain, int others) {
        var core = cores.next();
        PartAddress.lead(exchange, core);
        return chain.filter(exchange).onErrorResume(ConnectException.class, neverSent -> {
            cores.unreachable(core);
            if (others == 0) {
                return Mono.error(neverSent);
            }
            ServerWebExchangeUtils.reset(exchange);
            return send(exchange, chain, others - 1);
        });
    }
}
