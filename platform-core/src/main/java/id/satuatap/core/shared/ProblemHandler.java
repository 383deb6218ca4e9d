package id.satuatap.core.shared;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.context.MessageSource;
import org.springframework.core.annotation.Order;
import org.springframework.core.codec.DecodingException;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageNotWritableException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.support.WebExchangeBindException;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.MissingRequestValueException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.ServerWebInputException;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;
import reactor.netty.channel.AbortedException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;

/** The one place that knows which refusal is which HTTP status: turns every error into {@code application/problem+json}. */
@Component
@Order(-2)
public class ProblemHandler implements WebExceptionHandler {

    /** Attribute of the exchange that holds the tenant's slug, once it is known. */
    public static final String TENANT = "satuatap.tenant";

    private static final Logger LOG = LoggerFactory.getLogger(ProblemHandler.class);

    private static final Duration DRAIN_WITHIN = Duration.ofSeconds(20);

    private final JsonMapper json;
    private final MessageSource sentences = Sentences.of("problems");

    ProblemHandler(JsonMapper json) {
        this.json = json;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable error) {
        if (exchange.getResponse().isCommitted()) {
            return Mono.error(error);
        }
        var problem = problemOf(error, locale(exchange));
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
            case 503 -> Level.WARN;
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

    private Problem problemOf(Throwable error, Locale locale) {
        return switch (error) {
            case BusinessException refusal -> refused(refusal, locale);
            case WebExchangeBindException invalid -> invalid(invalid, locale);
            case ServerWebInputException unreadable -> unreadable(unreadable, locale);
            case ResponseStatusException other -> standard(other.getStatusCode(), locale);
            case HttpMessageNotWritableException noSuchForm -> standard(HttpStatus.NOT_ACCEPTABLE, locale);
            case AbortedException senderGone -> standard(HttpStatus.BAD_REQUEST, locale);
            case DataBufferLimitException tooLarge -> standard(HttpStatus.CONTENT_TOO_LARGE, locale);
            case DataAccessResourceFailureException away -> standard(HttpStatus.SERVICE_UNAVAILABLE, locale);
            case TransientDataAccessException away -> standard(HttpStatus.SERVICE_UNAVAILABLE, locale);
            case CannotCreateTransactionException away -> standard(HttpStatus.SERVICE_UNAVAILABLE, locale);
            default ->
                isDatabaseAway(error)
                        ? standard(HttpStatus.SERVICE_UNAVAILABLE, locale)
                        : standard(HttpStatus.INTERNAL_SERVER_ERROR, locale);
        };
    }

    private static boolean isDatabaseAway(Throwable error) {
        return error instanceof io.r2dbc.spi.R2dbcNonTransientResourceException
                || error instanceof io.r2dbc.spi.R2dbcTransientResourceException
                || error instanceof io.r2dbc.spi.R2dbcTimeoutException;
    }

    private Problem refused(BusinessException refusal, Locale locale) {
        var status = switch (refusal) {
            case BadInput bad -> HttpStatus.BAD_REQUEST;
            case Unauthenticated nobody -> HttpStatus.UNAUTHORIZED;
            case Forbidden forbidden -> HttpStatus.FORBIDDEN;
            case NotFound missing -> HttpStatus.NOT_FOUND;
            case Conflict conflict -> HttpStatus.CONFLICT;
            case RuleBroken rule -> HttpStatus.UNPROCESSABLE_CONTENT;
            case Unacceptable content ->
                content.reason() == Unacceptable.Reason.TOO_LARGE
                        ? HttpStatus.CONTENT_TOO_LARGE
                        : HttpStatus.UNSUPPORTED_MEDIA_TYPE;
            case Precondition version ->
                version.current() == null ? HttpStatus.PRECONDITION_REQUIRED : HttpStatus.PRECONDITION_FAILED;
        };
        var more = new LinkedHashMap<String, Object>();
        if (refusal instanceof BadInput bad) {
            more.put(
                    "faults",
                    bad.faults().stream().map(fault -> fault(fault, locale)).toList());
        }
        if (refusal instanceof Precondition version && version.current() != null) {
            more.put("current", version.current());
        }
        return new Problem(status, refusal.code(), sentence(refusal.code(), locale, refusal.arguments()), more);
    }

    private Problem invalid(WebExchangeBindException invalid, Locale locale) {
        var faults = new ArrayList<Map<String, String>>();
        invalid.getFieldErrors()
                .forEach(error ->
                        faults.add(Map.of("field", error.getField(), "message", sentences.getMessage(error, locale))));
        return new Problem(
                HttpStatus.BAD_REQUEST,
                "request.invalid",
                sentence("request.invalid", locale),
                Map.of("faults", faults));
    }

    /** Malformed JSON, a wrong type, a missing parameter: says where, without naming our classes. */
    private Problem unreadable(ServerWebInputException unreadable, Locale locale) {
        var cause = cause(unreadable);
        if (unreadable instanceof MissingRequestValueException missing) {
            return badInput(new Fault(missing.getName(), "fault.required"), locale);
        }
        if (cause instanceof UnrecognizedPropertyException unknown) {
            return badInput(new Fault(path(unknown), "fault.unknown"), locale);
        }
        if (cause instanceof DatabindException wrong && !wrong.getPath().isEmpty()) {
            return badInput(new Fault(path(wrong), "fault.type"), locale);
        }
        if (cause instanceof JacksonException || cause instanceof DecodingException) {
            return standardAs("request.malformed", locale);
        }
        var parameter = unreadable.getMethodParameter();
        var name = parameter == null ? null : parameter.getParameterName();
        return name == null ? standardAs("request.malformed", locale) : badInput(new Fault(name, "fault.type"), locale);
    }

    private static @Nullable Throwable cause(Throwable error) {
        var cause = error.getCause();
        while (cause != null && !(cause instanceof JacksonException) && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }

    private static String path(DatabindException wrong) {
        var path = new StringBuilder();
        for (var step : wrong.getPath()) {
            if (step.getPropertyName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        return path.toString();
    }

    private Problem badInput(Fault fault, Locale locale) {
        return refused(new BadInput(List.of(fault)), locale);
    }

    private Problem standardAs(String code, Locale locale) {
        return new Problem(HttpStatus.BAD_REQUEST, code, sentence(code, locale), Map.of());
    }

    private Problem standard(HttpStatusCode status, Locale locale) {
        var code = "http." + status.value();
        return new Problem(status, code, sentence(code, locale), Map.of());
    }

    private Map<String, String> fault(Fault fault, Locale locale) {
        return Map.of("field", fault.field(), "message", sentence(fault.code(), locale, fault.arguments()));
    }

    private String sentence(String code, Locale locale, Object... arguments) {
        var fallback = sentences.getMessage("http.500", null, "", locale);
        return String.valueOf(sentences.getMessage(code, arguments, fallback, locale));
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
        if (problem.status() == HttpStatus.UNAUTHORIZED) {
            response.getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        var body = new LinkedHashMap<String, Object>();
        body.put("type", URI.create("urn:problem:" + problem.code()));
        body.put("title", title(problem.status()));
        body.put("status", problem.status().value());
        body.put("detail", problem.detail());
        var requestId = exchange.getRequest().getHeaders().getFirst("X-Request-Id");
        if (requestId != null) {
            body.put("requestId", requestId);
        }
        body.putAll(problem.more());
        var bytes = json.writeValueAsString(body).getBytes(StandardCharsets.UTF_8);
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(bytes)));
    }

    private static String title(HttpStatusCode status) {
        var known = HttpStatus.resolve(status.value());
        return known == null ? String.valueOf(status.value()) : known.getReasonPhrase();
    }

    private record Problem(HttpStatusCode status, String code, String detail, Map<String, Object> more) {}
}
