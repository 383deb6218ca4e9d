package id.satuatap.gateway.refusal;

import id.satuatap.gateway.edge.RequestContext;
import id.satuatap.gateway.edge.TrafficClass;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Writes a refusal: a problem for programs, a page in both languages for people. */
@Component
class RefusalWriter {

    private static final Pattern PROTOCOL = Pattern.compile("/(oauth2|\\.well-known|userinfo|connect)(/.*)?");
    private static final Set<HttpStatus> ENDS_CONNECTION =
            Set.of(HttpStatus.BAD_REQUEST, HttpStatus.REQUEST_TIMEOUT, HttpStatus.CONTENT_TOO_LARGE);
    private static final Problem TEMPLATE = new Problem("", "", 0, "", "");

    private final Messages messages;
    private final RefusalPage page;
    private final JsonMapper json = JsonMapper.shared();

    RefusalWriter(Messages messages, RefusalPage page) {
        this.messages = messages;
        this.page = page;
        json.writeValueAsBytes(TEMPLATE); // builds the serializer here rather than on an event loop
    }

    record Problem(String type, String title, int status, String detail, String requestId) {}

    Mono<Void> write(ServerWebExchange exchange, Refusal refusal) {
        var response = exchange.getResponse();
        var headers = response.getHeaders();
        headers.clear();
        response.setStatusCode(refusal.status());
        refusal.headers().forEach(headers::set);
        headers.set(HttpHeaders.CACHE_CONTROL, "no-store");
        headers.add(HttpHeaders.VARY, "Accept, Accept-Language");
        if (ENDS_CONNECTION.contains(refusal.status())) {
            headers.set(HttpHeaders.CONNECTION, "close"); // whatever still arrives is not a next request
        }
        var body = wantsPage(exchange) ? page(headers, refusal) : problem(exchange, headers, refusal);
        headers.setContentLength(body.length);
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(body)));
    }

    private byte[] problem(ServerWebExchange exchange, HttpHeaders headers, Refusal refusal) {
        var language = Messages.language(exchange.getRequest().getHeaders());
        headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        headers.setContentLanguage(language);
        return json.writeValueAsBytes(new Problem(
                "urn:problem:" + refusal.code(),
                messages.title(refusal.code(), language),
                refusal.status().value(),
                messages.detail(refusal.code(), language),
                RequestContext.of(exchange).requestId()));
    }

    private byte[] page(HttpHeaders headers, Refusal refusal) {
        headers.setContentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8));
        headers.setContentLanguage(Locale.of("id"));
        return page.of(refusal.code()).getBytes(StandardCharsets.UTF_8);
    }

    private static boolean wantsPage(ServerWebExchange exchange) {
        var context = RequestContext.of(exchange);
        var path = context.pathSoFar();
        if (path.startsWith("/api/") || path.equals("/api")) {
            return false;
        }
        var protocol = context.trafficClassIfKnown()
                        .filter(TrafficClass.IDENTITY::equals)
                        .isPresent()
                && PROTOCOL.matcher(path).matches();
        return accepts(exchange.getRequest(), !protocol);
    }

    /** Whoever names HTML gets HTML, whoever names JSON gets JSON; whoever names neither gets what the path suggests. */
    private static boolean accepts(ServerHttpRequest request, boolean otherwise) {
        var accepted = accepted(request);
        if (accepted.stream().anyMatch(type -> type.isConcrete() && type.includes(MediaType.TEXT_HTML))) {
            return true;
        }
        var json = accepted.stream()
                .anyMatch(type -> type.isConcrete() && type.getSubtype().endsWith("json"));
        return !json && otherwise;
    }

    private static List<MediaType> accepted(ServerHttpRequest request) {
        try {
            return request.getHeaders().getAccept();
        } catch (InvalidMediaTypeException unreadable) {
            return List.of();
        }
    }
}
