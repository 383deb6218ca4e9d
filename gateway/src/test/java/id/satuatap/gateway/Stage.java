package id.satuatap.gateway;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.http.client.ReactorResourceFactory;
import reactor.blockhound.BlockHound;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.netty.http.client.HttpClient;

/** The gateway as it runs in production, between real servers that stand for the parts. BlockHound watches: who blocks an event loop fails the request. */
final class Stage implements AutoCloseable {

    static final String TENANTS = """
            {"items":[
             {"slug":"rembang","name":"Kabupaten Rembang","kind":"REGENCY","state":"ACTIVE","hosts":["rembang.localhost","spbe.rembangkab.example"]},
             {"slug":"bengkulu","name":"Provinsi Bengkulu","kind":"PROVINCE","state":"ACTIVE","hosts":["bengkulu.localhost"]},
             {"slug":"lebong","name":"Kabupaten Lebong","kind":"REGENCY","state":"SUSPENDED","hosts":["lebong.localhost"]}
            ]}""";

    static final Duration PATIENCE = Duration.ofSeconds(30);

    private static Stage shared;

    static {
        // Netty's allocator takes a short lock of its own when two event loops grow it at once.
        BlockHound.install(
                watch -> watch.allowBlockingCallsInside("io.netty.buffer.AdaptivePoolingAllocator", "allocate"));
    }

    final Upstream core = new Upstream("core");
    final Upstream admin = new Upstream("admin");
    final Upstream citizen = new Upstream("citizen");
    final Upstream identity = new Upstream("identity");
    final int port;
    final int managementPort;
    private final ConfigurableApplicationContext context;

    record Answer(int status, HttpHeaders headers, String body) {

        String header(String name) {
            return headers.get(name);
        }
    }

    /** One stage for all tests that need no special settings. */
    static synchronized Stage shared() {
        if (shared == null) {
            shared = new Stage(true);
            Runtime.getRuntime().addShutdownHook(new Thread(shared::close));
        }
        shared.calm();
        return shared;
    }

    Stage(boolean coreAnswers, String... settings) {
        core.tenants(TENANTS);
        if (!coreAnswers) {
            core.stop();
        }
        try (var first = new ServerSocket(0);
                var second = new ServerSocket(0)) { // both held open, else the second could be the first again
            port = first.getLocalPort();
            managementPort = second.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
        var all = new LinkedHashMap<String, String>();
        Stream.concat(
                        Stream.of(
                                "--server.port=" + port,
                                "--management.server.port=" + managementPort,
                                "--satuatap.base-url=http://localhost:" + port,
                                "--satuatap.issuer=http://id.localhost:" + port,
                                "--satuatap.core-url=http://127.0.0.1:" + core.port(),
                                "--satuatap.admin-url=http://127.0.0.1:" + admin.port(),
                                "--satuatap.citizen-url=http://127.0.0.1:" + citizen.port(),
                                "--satuatap.identity-url=http://127.0.0.1:" + identity.port(),
                                "--spring.lifecycle.timeout-per-shutdown-phase=1s",
                                "--logging.level.id.satuatap.gateway.access=WARN"),
                        Stream.of(settings))
                .forEach(setting -> all.put(
                        setting.substring(0, setting.indexOf('=')),
                        setting.replace("{port}", String.valueOf(port))
                                .replace("{core}", "http://127.0.0.1:" + core.port())));
        context = new SpringApplicationBuilder(Gateway.class)
                .initializers(Stage::keepEventLoops)
                .run(all.values().toArray(String[]::new));
        if (coreAnswers) {
            until(() -> get("rembang.localhost", "/").status() == 200);
            calm();
        }
    }

    /** Else the first stage that closes takes down the event loops of all others. */
    private static void keepEventLoops(ConfigurableApplicationContext context) {
        ((GenericApplicationContext) context)
                .registerBean(ReactorResourceFactory.class, () -> new ReactorResourceFactory() {
                    @Override
                    public void stop() {}

                    @Override
                    public void destroy() {}
                });
    }

    void calm() {
        for (var part : List.of(core, admin, citizen, identity)) {
            part.calm();
            part.forget();
        }
    }

    Answer get(String host, String path, String... headers) {
        return call("GET", host, path, Flux.empty(), headers);
    }

    Answer call(String method, String host, String path, Flux<byte[]> body, String... headers) {
        return client(host, headers)
                .request(HttpMethod.valueOf(method))
                .uri("http://127.0.0.1:" + port + path)
                .send(body.map(Unpooled::wrappedBuffer))
                .responseSingle((response, content) -> content.asString()
                        .defaultIfEmpty("")
                        .map(text -> new Answer(response.status().code(), response.responseHeaders(), text)))
                .block(PATIENCE);
    }

    HttpClient client(String host, String... headers) {
        return HttpClient.newConnection().headers(all -> {
            all.set("Host", host);
            for (var i = 0; i < headers.length; i += 2) {
                all.add(headers[i], headers[i + 1]);
            }
        });
    }

    Answer management(String path) {
        return HttpClient.newConnection()
                .get()
                .uri("http://127.0.0.1:" + managementPort + path)
                .responseSingle((response, content) -> content.asString()
                        .defaultIfEmpty("")
                        .map(text -> new Answer(response.status().code(), response.responseHeaders(), text)))
                .block(PATIENCE);
    }

    /** Sends exactly these bytes and returns what comes back until the gateway hangs up or falls silent. */
    String raw(String request) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return drain(socket, 1500);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Waits for the first byte as long as for anything, then for so much silence. */
    static String drain(Socket socket, int silenceMillis) throws IOException {
        socket.setSoTimeout((int) PATIENCE.toMillis());
        var text = new StringBuilder();
        var buffer = new byte[8192];
        try {
            for (int read = socket.getInputStream().read(buffer);
                    read != -1;
                    read = socket.getInputStream().read(buffer)) {
                text.append(new String(buffer, 0, read, StandardCharsets.ISO_8859_1));
                socket.setSoTimeout(silenceMillis);
            }
        } catch (SocketTimeoutException silence) {
            text.append("\n(still open)");
        } catch (IOException reset) {
            text.append("\n(reset)");
        }
        return text.toString();
    }

    /** Asks again every 50 ms, for at most 30 s. */
    static void until(BooleanSupplier condition) {
        var met = Mono.fromSupplier(condition::getAsBoolean)
                .filter(yes -> yes)
                .repeatWhenEmpty(
                        600, rounds -> rounds.delayElements(Duration.ofMillis(50), Schedulers.boundedElastic()))
                .subscribeOn(Schedulers.boundedElastic())
                .block(PATIENCE);
        if (met == null) {
            throw new AssertionError("It never happened");
        }
    }

    @Override
    public void close() {
        context.close();
        core.close();
        admin.close();
        citizen.close();
        identity.close();
    }
}
