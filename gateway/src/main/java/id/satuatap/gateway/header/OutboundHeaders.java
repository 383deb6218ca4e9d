package id.satuatap.gateway.header;

import id.satuatap.gateway.Addresses;
import id.satuatap.gateway.edge.RequestContext;
import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/**
 * Tells the part behind what the gateway knows. Runs last: the gateway's own filters drop every X-Forwarded header, and whatever a caller lists in {@code Connection}
 * (which could name X-Satu-Tenant).
 */
@Component
class OutboundHeaders implements HttpHeadersFilter, Ordered {

    private final Addresses addresses;

    OutboundHeaders(Addresses addresses) {
        this.addresses = addresses;
    }

    @Override
    public HttpHeaders filter(HttpHeaders input, ServerWebExchange exchange) {
        var headers = new HttpHeaders();
        input.forEach((name, values) -> {
            if (!StripHeaders.isOurs(name)) {
                headers.addAll(name, values);
            }
        });
        headers.remove(HttpHeaders.EXPECT); // the gateway has answered it already
        var context = RequestContext.of(exchange);
        headers.set(RequestIds.HEADER, context.requestId());
        headers.set("X-Forwarded-For", context.client().getHostAddress());
        headers.set("X-Forwarded-Proto", addresses.scheme());
        headers.set("X-Forwarded-Host", addresses.authority(context.host()));
        headers.set("X-Forwarded-Port", String.valueOf(addresses.port()));
        context.tenant().ifPresent(tenant -> headers.set("X-Satu-Tenant", tenant.slug()));
        return headers;
    }

    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }
}
