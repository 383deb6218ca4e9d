package id.satuatap.gateway.refusal;

import id.satuatap.gateway.edge.EdgeFilter;
import id.satuatap.gateway.edge.RequestContext;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Turns whatever fails behind it into an answer, and counts it. */
@Component
@Order(40)
class Refusals implements EdgeFilter {

    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

    private final RefusalWriter writer;
    private final MeterRegistry meters;

    Refusals(RefusalWriter writer, MeterRegistry meters) {
        this.writer = writer;
        this.meters = meters;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return chain.filter(exchange).onErrorResume(error -> answer(exchange, error));
    }

    private Mono<Void> answer(ServerWebExchange exchange, Throwable error) {
        if (exchange.getResponse().isCommitted()) {
            return Mono.error(error); // half an answer is out: only cutting the connection still tells the truth
        }
        var refusal = Faults.asRefusal(error).orElseGet(() -> bug(exchange, error));
        meters.counter(
                        "satuatap.gateway.refusals",
                        "code",
                        refusal.code(),
                        "tenant",
                        RequestContext.of(exchange).label())
                .increment();
        return writer.write(exchange, refusal);
    }

    private static Refusal bug(ServerWebExchange exchange, Throwable error) {
        var context = RequestContext.of(exchange);
        try (var id = MDC.putCloseable("requestId", context.requestId());
                var tenant = MDC.putCloseable("tenant", context.label())) {
            LOG.error("A request failed in the gateway", error);
        }
        return Refusal.of(HttpStatus.INTERNAL_SERVER_ERROR, "gateway.broken");
    }
}
