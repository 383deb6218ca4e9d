package id.satuatap.gateway.route;

import static org.springframework.cloud.gateway.support.ServerWebExchangeUtils.GATEWAY_REQUEST_URL_ATTR;

import id.satuatap.gateway.refusal.Refusal;
import io.netty.channel.EventLoop;
import io.netty.handler.codec.http.websocketx.WebSocketClientHandshakeException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.reactivestreams.Subscription;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.socket.CloseStatus;
import org.springframework.web.reactive.socket.WebSocketMessage;
import org.springframework.web.reactive.socket.WebSocketSession;
import org.springframework.web.reactive.socket.client.WebSocketClient;
import org.springframework.web.reactive.socket.server.WebSocketService;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;
import reactor.netty.http.server.HttpServerRequest;

/** Opens a WebSocket at the part first, so that whom the part refuses is refused here, too. The library's own filter answers 101 before it asks. */
@Component
class WebSocketRouting implements GlobalFilter, Ordered {

    private static final int WEB_SOCKETS_OF_THE_LIBRARY = LOWEST_PRECEDENCE - 1;

    private final WebSocketClient parts;
    private final WebSocketService callers;
    private final List<HttpHeadersFilter> headersFilters;

    WebSocketRouting(WebSocketClient parts, WebSocketService callers, List<HttpHeadersFilter> headersFilters) {
        this.parts = parts;
        this.callers = callers;
        this.headersFilters = headersFilters;
    }

    @Override
    public int getOrder() {
        return WEB_SOCKETS_OF_THE_LIBRARY - 1;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        if (!"websocket".equalsIgnoreCase(exchange.getRequest().getHeaders().getUpgrade())) {
            return chain.filter(exchange);
        }
        ServerWebExchangeUtils.setAlreadyRouted(exchange);
        return parts.execute(address(exchange), headers(exchange), part -> letIn(exchange, part))
                .onErrorMap(WebSocketClientHandshakeException.class, WebSocketRouting::refusal);
    }

    /**
     * Lasts until the WebSocket ends; the library's answer is there once it has begun. The caller's side is a subscription of its own: the
     * library cancels what belongs to the part as soon as that one closes, and the caller would not hear how.
     */
    private Mono<Void> letIn(ServerWebExchange exchange, WebSocketSession part) {
        return Mono.defer(() -> {
            var end = Sinks.<Void>empty();
            callers.handleRequest(
                            exchange,
                            caller -> Mono.when(pass(caller, part), pass(part, caller))
                                    .doFinally(signal -> end.tryEmitEmpty()))
                    .subscribeOn(Schedulers.fromExecutor(eventLoop(exchange)))
                    .subscribe(begun -> {}, end::tryEmitError);
            return end.asMono();
        });
    }

    /** The messages as they come, then the end as it was told; that nothing can be sent any more is not a fault of the sender. */
    private static Mono<Void> pass(WebSocketSession from, WebSocketSession to) {
        return to.send(heard(from))
                .onErrorComplete()
                .then(from.closeStatus())
                .defaultIfEmpty(CloseStatus.NO_CLOSE_FRAME)
                .flatMap(status -> to.close(sendable(status)));
    }

    /**
     * What one side says, to its very end. Once the other side is gone it can't be sent any more, and that cancels it; but the library takes
     * a side that nobody listens to for closed, and closes it without a code before it can be told the right one.
     */
    private static Flux<WebSocketMessage> heard(WebSocketSession from) {
        return Flux.<WebSocketMessage>create(sink -> from.receive().subscribe(new BaseSubscriber<>() {
                    @Override
                    protected void hookOnSubscribe(Subscription subscription) {
                        sink.onRequest(this::request).onCancel(this::requestUnbounded);
                    }

                    @Override
                    protected void hookOnNext(WebSocketMessage message) {
                        sink.next(message.retain());
                    }

                    @Override
                    protected void hookOnComplete() {
                        sink.complete();
                    }

                    @Override
                    protected void hookOnError(Throwable broken) {
                        sink.error(broken);
                    }
                }))
                .doOnDiscard(WebSocketMessage.class, WebSocketMessage::release);
    }

    /** Two codes only say that there was none. */
    private static CloseStatus sendable(CloseStatus status) {
        return switch (status.getCode()) {
            case 1005 -> CloseStatus.NORMAL;
            case 1006 -> CloseStatus.SERVER_ERROR;
            default -> status;
        };
    }

    private static Refusal refusal(WebSocketClientHandshakeException error) {
        var answer = error.response();
        return answer != null && answer.status().code() == HttpStatus.UNAUTHORIZED.value()
                ? Refusal.of(HttpStatus.UNAUTHORIZED, "request.session")
                : Refusal.of(HttpStatus.BAD_GATEWAY, "part.broken");
    }

    private static URI address(ServerWebExchange exchange) {
        URI url = exchange.getRequiredAttribute(GATEWAY_REQUEST_URL_ATTR);
        return URI.create(url.toString().replaceFirst("^http", "ws"));
    }

    private HttpHeaders headers(ServerWebExchange exchange) {
        var headers = HttpHeadersFilter.filterRequest(headersFilters, exchange);
        headers.headerNames().stream()
                .filter(name -> name.toLowerCase(Locale.ROOT).startsWith("sec-websocket"))
                .toList()
                .forEach(headers::remove);
        return headers;
    }

    private static EventLoop eventLoop(ServerWebExchange exchange) {
        var loop = new AtomicReference<EventLoop>();
        ServerHttpRequestDecorator.<HttpServerRequest>getNativeRequest(exchange.getRequest())
                .withConnection(connection -> loop.set(connection.channel().eventLoop()));
        return Objects.requireNonNull(loop.get());
    }
}
