package id.satuatap.gateway.limit;

import id.satuatap.gateway.edge.EdgeFilter;
import id.satuatap.gateway.edge.RequestContext;
import id.satuatap.gateway.edge.TrafficClass;
import id.satuatap.gateway.refusal.Refusal;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Refuses a body that says it is too large, and cuts off one that turns out to be, without ever holding it. */
@Component
@Order(170)
class BodyLimits implements EdgeFilter {

    private final BodySizes sizes;

    BodyLimits(BodySizes sizes) {
        this.sizes = sizes;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var most = most(RequestContext.of(exchange).trafficClass());
        if (exchange.getRequest().getHeaders().getContentLength() > most) {
            return Mono.error(tooLarge());
        }
        var counted = new CountedBody(exchange.getRequest(), most);
        return chain.filter(exchange.mutate().request(counted).build());
    }

    private long most(TrafficClass traffic) {
        var size = switch (traffic) {
            case API, EVENTS -> sizes.api();
            case UPLOAD -> sizes.upload();
            case ADMIN, ADMIN_STREAM -> sizes.admin();
            case PAGES, PAGES_STREAM -> sizes.pages();
            case IDENTITY -> sizes.identity();
        };
        return size.toBytes();
    }

    private static Refusal tooLarge() {
        return Refusal.of(HttpStatus.CONTENT_TOO_LARGE, "request.too-large");
    }

    private static final class CountedBody extends ServerHttpRequestDecorator {

        private final long most;

        CountedBody(ServerHttpRequest request, long most) {
            super(request);
            this.most = most;
        }

        @Override
        public Flux<DataBuffer> getBody() {
            return Flux.defer(() -> {
                var seen = new AtomicLong();
                return super.getBody().handle((piece, sink) -> {
                    if (seen.addAndGet(piece.readableByteCount()) > most) {
                        DataBufferUtils.release(piece);
                        sink.error(tooLarge());
                    } else {
                        sink.next(piece);
                    }
                });
            });
        }
    }
}
