package id.satuatap.gateway.observe;

import id.satuatap.gateway.edge.RequestContext;
import io.micrometer.core.instrument.Tags;
import org.springframework.cloud.gateway.support.tagsprovider.GatewayTagsProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/** Adds the tenant to the metrics of each routed request. Only tenants the directory knows get this far, so the label is bounded. */
@Component
class TenantTag implements GatewayTagsProvider {

    @Override
    public Tags apply(ServerWebExchange exchange) {
        return Tags.of("tenant", RequestContext.of(exchange).label());
    }
}
