package id.satuatap.core.shared;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Answers every error with {@code application/problem+json}, and logs it once. Which problem it is, {@link Problems} says. */
@Component
@Order(-2)
public class ProblemHandler implements WebExceptionHandler {

    /** Attribute of the exchange that holds the tenant's slug, once it is known. */
    public static final String TENANT = "satuatap.tenant";

    private static final Logger LOG = LoggerFactory.getLogger(ProblemHandler.class);

    private static final Duration DRAIN_WITHIN = Duration.ofSeconds(20);

    private final JsonMapper json;
    private final Problems problems = new Problems();

    ProblemHandler(JsonMapper json) {
        this.json = json;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable error) {
        if (exchange.getResponse().isCommitted()) {
            return Mono.error(error);
        }
        var problem = problems.of(error, locale(exchange));
        log(exchange, problem, error);
        if (error instanceof MethodNotAllowedException method) {
            exchange.getResponse().getHeaders().setAllow(method.getSupportedMethods());
        }
        return drained(exchange).then(write(exchange, problem));
    }

    /** With the pattern and never the path: a path can hold a secret code. */
    private static void log(ServerWebExchange exchange, Problem problem, Throwable error) {
        var level = switch (problem.status().value()) {
            case 500 -> Level.ERROR;
            case 503, 507 -> Level.WARN;
            default -> Level.DEBUG;
        };
        LOG.atLevel(level)
                .addKeyValue("requestId", exchange.getRequest().getHeaders().getFirst("X-Request-Id"))
                .addKeyValue("tenant", exchange.<Object>getAttribute(TENANT))
                .setCause(level == Level.ERROR ? error : null)
                .log(
                        "{} {}: {} {}",
                        exchange.getRequest().getMethod(),
                        exchange.<Object>getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE),
                        problem.code(),
                        level == Level.WARN ? error.toString() : "");
    }

    private static Locale locale(ServerWebExchange exchange) {
        return Sentences.language(exchange.getRequest().getHeaders().getFirst(HttpHeaders.ACCEPT_LANGUAGE));
    }

    /**
     * Reads what is still being sent, and throws it away: an answer given before the request was whole would leave the connection in a
     * state that the next request on it suffers from.
     */
    private static Mono<Void> drained(ServerWebExchange exchange) {
        return exchange.getRequest()
                .getBody()
                .doOnNext(DataBufferUtils::release)
                .then()
                .timeout(DRAIN_WITHIN)
                .onErrorComplete(); // read already, or the sender is gone
    }

    private Mono<Void> write(ServerWebExchange exchange, Problem problem) {
        var response = exchange.getResponse();
        response.setStatusCode(problem.status());
        response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        response.getHeaders().setCacheControl("no-store");
        if (problem.status() == HttpStatus.SERVICE_UNAVAILABLE) {
            response.getHeaders().set(HttpHeaders.RETRY_AFTER, "5");
        }
        if (problem.status() == HttpStatus.INSUFFICIENT_STORAGE) {
            response.getHeaders().set(HttpHeaders.RETRY_AFTER, "60"); // somebody has to make room first
        }
        if (problem.status() == HttpStatus.UNAUTHORIZED) {
            response.getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        var body = problem.body(exchange.getRequest().getHeaders().getFirst("X-Request-Id"));
        var bytes = json.writeValueAsString(body).getBytes(StandardCharsets.UTF_8);
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(bytes)));
    }
}
