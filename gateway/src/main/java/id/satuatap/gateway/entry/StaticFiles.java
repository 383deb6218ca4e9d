package id.satuatap.gateway.entry;

import id.satuatap.gateway.edge.EdgeFilter;
import id.satuatap.gateway.edge.RequestContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Serves the stylesheet of the gateway's own pages, at every host, because those pages show when nothing else answers. */
@Component
@Order(100)
class StaticFiles implements EdgeFilter {

    private static final String STYLESHEET = "/gateway/page.css";

    private final byte[] stylesheet;

    StaticFiles() {
        try {
            stylesheet = new ClassPathResource(STYLESHEET).getContentAsByteArray();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (!STYLESHEET.equals(RequestContext.of(exchange).path())) {
            return chain.filter(exchange);
        }
        var response = exchange.getResponse();
        response.getHeaders().setContentType(MediaType.parseMediaType("text/css;charset=utf-8"));
        response.getHeaders().set(HttpHeaders.CACHE_CONTROL, "public, max-age=3600");
        response.getHeaders().setContentLength(stylesheet.length);
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(stylesheet)));
    }
}
