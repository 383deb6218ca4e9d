package id.satuatap.gateway;

import io.netty.buffer.Unpooled;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.util.concurrent.ImmediateEventExecutor;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/** A part behind the gateway: a real server on a real port, which remembers what it was asked. */
final class Upstream implements AutoCloseable {

    private final String name;
    private final BlockingQueue<Seen> seen = new LinkedBlockingQueue<>();
    private final AtomicInteger pieces = new AtomicInteger();
    private volatile BiFunction<HttpServerRequest, HttpServerResponse, Publisher<Void>> answer;
    private volatile String ready = "UP";
    private volatile String tenants = "{\"items\":[]}";
    private ChannelGroup open;
    private DisposableServer server;
    private int port;
    private boolean running;

    record Seen(String method, String uri, HttpHeaders headers, long bodyBytes, boolean whole) {}

    Upstream(String name) {
        this.name = name;
        calm();
    }

    int port() {
        return port;
    }

    void start() {
        open = new DefaultChannelGroup(ImmediateEventExecutor.INSTANCE);
        running = true;
        server = HttpServer.create()
                .host("127.0.0.1")
                .port(port)
                .channelGroup(open)
                .handle(this::handle)
                .bindNow(Stage.PATIENCE);
        port = server.port();
    }

    void stop() {
        running = false;
        open.close().syncUninterruptibly();
        server.disposeNow(Stage.PATIENCE);
    }

    void answers(BiFunction<HttpServerRequest, HttpServerResponse, Publisher<Void>> answer) {
        this.answer = answer;
    }

    /** Runs, reads what comes, then says its name. */
    void calm() {
        if (!running) {
            start();
        }
        answer = this::readAndSayName;
        ready = "UP";
    }

    /** What it says when asked for its readiness: UP, DOWN, or OUT_OF_SERVICE. */
    void ready(String ready) {
        this.ready = ready;
    }

    void tenants(String tenants) {
        this.tenants = tenants;
    }

    Seen next() throws InterruptedException {
        return Objects.requireNonNull(seen.poll(30, TimeUnit.SECONDS), name + " was not asked");
    }

    int asked() {
        return seen.size();
    }

    long wholeRequests() {
        return seen.stream().filter(Seen::whole).count();
    }

    void forget() {
        seen.clear();
    }

    private Publisher<Void> handle(HttpServerRequest request, HttpServerResponse response) {
        if (request.uri().equals("/api/v1/tenants") && !request.requestHeaders().contains("X-Request-Id")) {
            return response.header("Content-Type", "application/json").sendString(Mono.just(tenants));
        }
        if (request.uri().endsWith("/actuator/health/readiness")) {
            return response.status(ready.equals("UP") ? 200 : 503).sendString(Mono.just(ready));
        }
        if (request.uri().endsWith("/actuator/health")) {
            return response.sendString(Mono.just("{\"status\":\"UP\"}"));
        }
        return answer.apply(request, response);
    }

    private Publisher<Void> readAndSayName(HttpServerRequest request, HttpServerResponse response) {
        return read(request)
                .then(response.header("Content-Type", "text/plain")
                        .sendString(Mono.just(name))
                        .then());
    }

    /** Remembers a request once its body has ended, one way or the other. */
    Mono<Void> read(HttpServerRequest request) {
        var headers = request.requestHeaders().copy();
        return request.receive()
                .map(piece -> (long) piece.readableBytes())
                .scan(0L, Long::sum)
                .doOnNext(count -> pieces.addAndGet(count > 0 ? 1 : 0))
                .last(0L)
                .doOnNext(count -> seen.add(new Seen(request.method().name(), request.uri(), headers, count, true)))
                .doOnError(cut -> seen.add(new Seen(request.method().name(), request.uri(), headers, -1, false)))
                .then();
    }

    int pieces() {
        return pieces.get();
    }

    static Publisher<Void> bytes(HttpServerResponse response, byte[] bytes) {
        return response.sendObject(Unpooled.wrappedBuffer(bytes));
    }

    @Override
    public void close() {
        stop();
    }
}
