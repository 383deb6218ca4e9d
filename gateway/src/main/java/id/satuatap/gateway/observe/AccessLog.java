package id.satuatap.gateway.observe;

import id.satuatap.gateway.edge.EdgeFilter;
import id.satuatap.gateway.edge.RequestContext;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** One line for each request, with its id and tenant. No address, no query, and of the path only words: ids, codes and names could point to a person. */
@Component
@Order(20)
class AccessLog implements EdgeFilter {

    private static final Logger LOG = LoggerFactory.getLogger("id.satuatap.gateway.access");
    private static final Pattern WORD = Pattern.compile("v1|[A-Za-z][a-z-]{0,23}|");

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (!LOG.isInfoEnabled()) {
            return chain.filter(exchange);
        }
        var start = System.nanoTime();
        return chain.filter(exchange).doFinally(signal -> log(exchange, System.nanoTime() - start));
    }

    private static void log(ServerWebExchange exchange, long nanos) {
        var context = RequestContext.of(exchange);
        var status = exchange.getResponse().getStatusCode();
        try (var id = MDC.putCloseable("requestId", context.requestId());
                var tenant = MDC.putCloseable("tenant", context.label())) {
            LOG.atInfo()
                    .addKeyValue("method", exchange.getRequest().getMethod().name())
                    .addKeyValue("path", words(context.pathSoFar()))
                    .addKeyValue("status", status == null ? 0 : status.value())
                    .addKeyValue("milliseconds", nanos / 1_000_000)
                    .addKeyValue(
                            "door",
                            context.trafficClassIfKnown().map(Enum::name).orElse("NONE"))
                    .log("request");
        }
    }

    static String words(String path) {
        return Stream.of(path.split("/", -1))
                .limit(12)
                .map(segment -> WORD.matcher(segment).matches() ? segment : "*")
                .collect(Collectors.joining("/"));
    }
}
