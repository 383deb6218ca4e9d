package id.satuatap.gateway.entry;

import id.satuatap.gateway.edge.EdgeFilter;
import id.satuatap.gateway.edge.RequestContext;
import id.satuatap.gateway.refusal.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import org.springframework.web.util.UriUtils;
import reactor.core.publisher.Mono;

/** Refuses paths which a part might read differently from us: dot segments, doubled or hidden slashes, path parameters, control characters and line ends, broken UTF-8. */
@Component
@Order(90)
class Paths implements EdgeFilter {

    private static final Pattern HIDDEN = Pattern.compile("(?i)%(2f|5c|00|25(2e|2f|5c))");
    private static final Pattern AMBIGUOUS = Pattern.compile("//|/\\.{1,2}(/|$)|[;\\\\\\p{Cc}\\p{Zl}\\p{Zp}\\uFFFD]");

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var raw = exchange.getRequest().getURI().getRawPath();
        var path = UriUtils.decode(raw, StandardCharsets.UTF_8);
        if (!path.startsWith("/")
                || HIDDEN.matcher(raw).find()
                || AMBIGUOUS.matcher(path).find()) {
            return Mono.error(Refusal.of(HttpStatus.BAD_REQUEST, "request.path"));
        }
        RequestContext.of(exchange).path(path);
        return chain.filter(exchange);
    }
}
