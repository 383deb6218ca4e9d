package id.satuatap.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.handler.codec.http.websocketx.WebSocketClientHandshakeException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

class RoutesTest {

    /** As a page of the workspace asks for it: with a sign that needs no escape beside one that does. */
    private static final String PUSH =
            "/admin/VAADIN/push?v-r=push&X-atmo-protocol=true&Content-Type=application/json;%20charset=UTF-8";

    private static final String EVIDENCE = "/api/v1/spbe/assessments/1/indicators/2/evidence?name=bukti.pdf";

    private final Stage stage = Stage.shared();

    @ParameterizedTest
    @CsvSource({
        "rembang.localhost, /api/v1/spbe/results?year=2024, core",
        "localhost, /api/v1/tenants, core",
        "rembang.localhost, /admin/, admin",
        "rembang.localhost, /admin/assessments/3?tab=1, admin",
        "localhost, /admin/VAADIN/build/x.js, admin",
        "rembang.localhost, /, citizen",
        "rembang.localhost, /en/offices, citizen",
        "rembang.localhost, '/en/offices?q=a=b%20c&name=x%2Fy;%25', citizen",
        "rembang.localhost, /kantor/a%20b?q=, citizen",
        "rembang.localhost, /administration, citizen",
        "id.localhost, /oauth2/token, identity",
        "id.localhost, /admin/, identity",
        "id.localhost, /.well-known/openid-configuration, identity"
    })
    void each_address_leads_to_its_part_unchanged(String host, String path, String part) throws Exception {
        assertThat(stage.get(host, path).body()).isEqualTo(part);

        var upstream = List.of(stage.core, stage.admin, stage.citizen, stage.identity).stream()
                .filter(candidate -> candidate.asked() > 0)
                .findFirst()
                .orElseThrow();
        assertThat(upstream.next().uri()).isEqualTo(path);
    }

    @Test
    void the_workspace_is_found_without_its_slash() {
        var answer = stage.get("rembang.localhost", "/admin");

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("Location")).isEqualTo("/admin/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actuator",
                "/actuator/health",
                "/actuator/prometheus",
                "/admin/actuator/health",
                "/%61ctuator/health",
                "/admin/%61ctuator/env",
                "/Actuator/health",
                "/api",
                "/api/v2/tenants",
                "/api/internal"
            })
    void what_is_inside_stays_inside(String path) {
        for (var host : List.of("rembang.localhost", "localhost", "id.localhost")) {
            assertThat(stage.get(host, path).status()).as(host).isEqualTo(404);
        }
        assertThat(stage.core.asked() + stage.admin.asked() + stage.citizen.asked() + stage.identity.asked())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//actuator/health",
                "/x/../actuator",
                "/./actuator",
                "/x/..",
                "/%2e%2e/actuator",
                "/admin/%2e%2e/api/v1/me",
                "/api/v1/..%2f..%2factuator",
                "/api%5cv1",
                "/actuator;x=1/health",
                "/me;.js",
                "/%00",
                "/x%0d%0aX: y",
                "/%c0%ae%c0%ae/actuator",
                "/%252e%252e/actuator",
                "/a\\b"
            })
    void a_path_that_can_be_read_in_two_ways_is_refused(String path) {
        var answer = stage.raw("GET " + path + " HTTP/1.1\r\nHost: rembang.localhost\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 400 ");
        assertThat(stage.citizen.asked() + stage.core.asked() + stage.admin.asked())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "CONNECT", "PROPFIND", "X"})
    void an_unusual_method_is_refused(String method) {
        var answer = stage.raw(method + " / HTTP/1.1\r\nHost: rembang.localhost\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 405 ").contains("Allow: GET, HEAD");
    }

    @Test
    void a_web_socket_carries_messages_both_ways_and_knows_its_tenant() throws Exception {
        var headers = new LinkedBlockingQueue<String>();
        stage.admin.answers((request, response) -> {
            headers.add(request.requestHeaders().get("X-Satu-Tenant") + " "
                    + request.requestHeaders().get("Host") + request.uri());
            return response.sendWebsocket(
                    (in, out) -> out.sendString(in.receive().asString().map(text -> "heard " + text)));
        });

        var heard = webSocket("rembang.localhost", PUSH, "Origin", origin("rembang.localhost"))
                .block(Stage.PATIENCE);

        assertThat(heard).containsExactly("heard one", "heard two");
        assertThat(headers.poll(30, TimeUnit.SECONDS)).isEqualTo("rembang rembang.localhost:" + stage.port + PUSH);
    }

    @Test
    void a_web_socket_from_another_site_or_from_nowhere_is_refused() {
        for (var origin : new String[][] {
            {"Origin", "http://evil.example"},
            {"Origin", origin("bengkulu.localhost")},
            {"Origin", "null"},
            {}
        }) {
            Assertions.assertThatThrownBy(() -> webSocket("rembang.localhost", "/admin/VAADIN/push", origin)
                            .block(Stage.PATIENCE))
                    .isInstanceOf(WebSocketClientHandshakeException.class)
                    .hasMessageContaining("403");
        }
        assertThat(stage.admin.asked()).isZero();
    }

    @Test
    void a_web_socket_that_the_part_refuses_is_refused_before_it_is_one() {
        stage.admin.answers((request, response) -> response.status(401).send());

        Assertions.assertThatThrownBy(() -> webSocket(
                                "rembang.localhost", "/admin/VAADIN/push", "Origin", origin("rembang.localhost"))
                        .block(Stage.PATIENCE))
                .isInstanceOf(WebSocketClientHandshakeException.class)
                .hasMessageContaining("401");
    }

    @Test
    void a_web_socket_to_a_part_that_is_down_is_told_to_come_back() {
        stage.admin.stop();

        Assertions.assertThatThrownBy(() -> webSocket(
                                "rembang.localhost", "/admin/VAADIN/push", "Origin", origin("rembang.localhost"))
                        .block(Stage.PATIENCE))
                .isInstanceOf(WebSocketClientHandshakeException.class)
                .hasMessageContaining("503");
    }

    @Test
    void how_a_part_ends_a_web_socket_is_told_to_the_caller() {
        stage.admin.answers((request, response) -> response.sendWebsocket((in, out) -> out.sendClose(4001, "done")));

        var end = stage.client("rembang.localhost", "Origin", origin("rembang.localhost"))
                .websocket()
                .uri("ws://127.0.0.1:" + stage.port + "/admin/VAADIN/push")
                .handle((in, out) -> in.receiveCloseStatus()
                        .doOnSubscribe(listening -> in.receive().subscribe()))
                .blockLast(Stage.PATIENCE);

        assertThat(end.code()).isEqualTo(4001);
    }

    @Test
    void when_a_caller_leaves_a_web_socket_the_part_is_told() throws Exception {
        var gone = new CompletableFuture<Void>();
        stage.admin.answers((request, response) -> {
            request.withConnection(connection -> connection.onDispose(() -> gone.complete(null)));
            return response.sendWebsocket((in, out) -> in.receive().then());
        });

        stage.client("rembang.localhost", "Origin", origin("rembang.localhost"))
                .websocket()
                .uri("ws://127.0.0.1:" + stage.port + "/admin/VAADIN/push")
                .handle((in, out) -> out.sendString(Mono.just("only this")))
                .blockLast(Stage.PATIENCE);

        gone.get(30, TimeUnit.SECONDS);
    }

    @Test
    void the_api_speaks_no_web_socket() {
        Assertions.assertThatThrownBy(
                        () -> webSocket("rembang.localhost", "/api/v1/events", "Origin", origin("rembang.localhost"))
                                .block(Stage.PATIENCE))
                .hasMessageContaining("404");
    }

    @Test
    void an_event_arrives_while_the_stream_goes_on() throws Exception {
        Sinks.Many<String> events = Sinks.many().unicast().onBackpressureBuffer();
        stage.core.answers((request, response) -> response.sse().sendString(events.asFlux()));
        var received = new LinkedBlockingQueue<String>();
        var stream = stage.client("rembang.localhost")
                .get()
                .uri("http://127.0.0.1:" + stage.port + "/api/v1/events")
                .responseContent()
                .asString()
                .doOnNext(received::add)
                .subscribe();

        events.tryEmitNext("event: spbe.answer\ndata: {\"id\":\"1\"}\n\n");
        assertThat(received.poll(30, TimeUnit.SECONDS)).contains("\"1\"");
        events.tryEmitNext("event: spbe.shared\ndata: {\"id\":\"2\"}\n\n");
        assertThat(received.poll(30, TimeUnit.SECONDS)).contains("\"2\"");
        stream.dispose();
    }

    @Test
    void when_a_reader_of_events_leaves_core_is_told() throws Exception {
        var gone = new CompletableFuture<Void>();
        stage.core.answers((request, response) -> {
            request.withConnection(connection -> connection.onDispose(() -> gone.complete(null)));
            return response.sse()
                    .sendString(Flux.interval(Duration.ofMillis(50)).map(tick -> "data: " + tick + "\n\n"));
        });
        var first = stage.client("rembang.localhost")
                .get()
                .uri("http://127.0.0.1:" + stage.port + "/api/v1/events")
                .responseContent()
                .asString()
                .blockFirst(Stage.PATIENCE);

        assertThat(first).startsWith("data:");
        gone.get(30, TimeUnit.SECONDS);
    }

    @Test
    void an_upload_streams_through_while_it_is_still_being_sent() throws Exception {
        Sinks.Many<byte[]> file = Sinks.many().unicast().onBackpressureBuffer();
        var before = stage.core.pieces();
        var answer =
                CompletableFuture.supplyAsync(() -> stage.call("POST", "rembang.localhost", EVIDENCE, file.asFlux()));

        file.tryEmitNext(new byte[100_000]);
        Stage.until(() -> stage.core.pieces() > before);
        assertThat(answer.isDone()).isFalse();
        file.tryEmitNext(new byte[100_000]);
        file.tryEmitComplete();

        assertThat(answer.get(30, TimeUnit.SECONDS).status()).isEqualTo(200);
        assertThat(stage.core.next().bodyBytes()).isEqualTo(200_000);
    }

    @Test
    void a_large_download_arrives_whole() {
        stage.core.answers(
                (request, response) -> response.sendByteArray(Flux.range(0, 200).map(number -> new byte[64 * 1024])));

        var bytes = stage.client("rembang.localhost")
                .get()
                .uri("http://127.0.0.1:" + stage.port + "/api/v1/documents/1/content")
                .responseContent()
                .map(piece -> (long) piece.readableBytes())
                .reduce(0L, Long::sum)
                .block(Stage.PATIENCE);

        assertThat(bytes).isEqualTo(200L * 64 * 1024);
    }

    private Mono<List<String>> webSocket(String host, String path, String... headers) {
        return stage.client(host, headers)
                .websocket()
                .uri("ws://127.0.0.1:" + stage.port + path)
                .handle((in, out) -> out.sendString(Flux.just("one", "two"))
                        .then()
                        .thenMany(in.receive().asString().take(2)))
                .collectList();
    }

    private String origin(String host) {
        return "http://" + host + ":" + stage.port;
    }
}
