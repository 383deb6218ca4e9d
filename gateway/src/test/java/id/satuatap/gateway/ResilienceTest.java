package id.satuatap.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Parts that are away, slow or broken, and callers that are. */
class ResilienceTest {

    private static final String EVIDENCE = "/api/v1/spbe/assessments/1/indicators/2/evidence";
    private static final int MEGABYTE = 1024 * 1024;

    private static Stage stage;

    @BeforeAll
    static void open() {
        stage = new Stage(
                true,
                "--satuatap.gateway.times.response=600ms",
                "--satuatap.gateway.times.body=800ms",
                "--satuatap.gateway.times.headers=700ms",
                "--satuatap.gateway.times.keep-alive=900ms",
                "--satuatap.gateway.bodies.upload=2MB",
                "--spring.cloud.gateway.server.webflux.httpclient.pool.max-connections=8",
                "--spring.cloud.gateway.server.webflux.httpclient.pool.acquire-timeout=300");
    }

    @AfterAll
    static void close() {
        stage.close();
    }

    @BeforeEach
    void calm() {
        stage.calm();
    }

    @Test
    void a_part_that_is_down_is_reported_and_found_again() {
        stage.core.stop();

        var api = stage.get("rembang.localhost", "/api/v1/me", "Accept-Language", "en");
        assertThat(api.status()).isEqualTo(503);
        assertThat(api.header("Retry-After")).isEqualTo("5");
        assertThat(api.body()).contains("urn:problem:part.down", "restarting");
        assertThat(stage.management("/actuator/health").body()).contains("\"platform-core\":{\"details\":{\"error\"");
        assertThat(stage.get("rembang.localhost", "/").status())
                .as("the last known tenants stay")
                .isEqualTo(200);

        stage.core.start();

        assertThat(stage.get("rembang.localhost", "/api/v1/me").status()).isEqualTo(200);
    }

    @Test
    void a_page_of_a_part_that_is_down_is_a_page() {
        stage.citizen.stop();

        var page = stage.get("rembang.localhost", "/", "Accept", "text/html,*/*;q=0.8");
        stage.citizen.start();

        assertThat(page.status()).isEqualTo(503);
        assertThat(page.header("Retry-After")).isEqualTo("5");
        assertThat(page.body()).contains("<!doctype html>", "tidak tersedia", "not available");
    }

    @Test
    void a_part_that_does_not_answer_in_time_is_not_waited_for() {
        stage.core.answers((request, response) -> Mono.never());

        var answer = stage.get("rembang.localhost", "/api/v1/me");

        assertThat(answer.status()).isEqualTo(504);
        assertThat(answer.header("Retry-After")).isEqualTo("5");
        assertThat(answer.body()).contains("urn:problem:part.slow");
    }

    @Test
    void streams_and_uploads_may_take_longer() {
        stage.core.answers(
                (request, response) -> Mono.delay(Duration.ofMillis(1200)).then(response.send()));
        stage.admin.answers(
                (request, response) -> Mono.delay(Duration.ofMillis(1200)).then(response.send()));

        assertThat(stage.get("rembang.localhost", "/api/v1/events").status()).isEqualTo(200);
        assertThat(stage.get("rembang.localhost", "/admin/?v-r=push&x=1").status())
                .isEqualTo(200);
        assertThat(stage.call("POST", "rembang.localhost", EVIDENCE, Flux.just(new byte[10]))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_part_that_hangs_up_is_asked_only_once() {
        for (var method : new String[] {"POST", "PUT", "GET"}) {
            var asked = new AtomicInteger();
            stage.core.answers((request, response) -> {
                asked.incrementAndGet();
                return request.receive()
                        .then(Mono.fromRunnable(() -> request.withConnection(connection -> connection.dispose())));
            });

            var answer = stage.call(
                    method, "rembang.localhost", "/api/v1/x", Flux.just("{}".getBytes(StandardCharsets.UTF_8)));

            assertThat(answer.status()).as(method).isEqualTo(502);
            assertThat(answer.body()).contains("urn:problem:part.broken");
            assertThat(asked).as(method).hasValue(1);
        }
    }

    @Test
    void when_all_connections_to_a_part_are_taken_the_next_is_told_to_come_back() {
        var reached = new AtomicInteger();
        stage.citizen.answers((request, response) -> {
            reached.incrementAndGet();
            return Mono.never();
        });
        var waiting = Flux.range(0, 32)
                .flatMap(number -> stage.client("rembang.localhost")
                        .get()
                        .uri("http://127.0.0.1:" + stage.port + "/VAADIN/dynamic/" + number)
                        .response()
                        .onErrorComplete())
                .subscribe();
        Stage.until(() -> reached.get() == 8);

        var refused = stage.get("rembang.localhost", "/", "Accept", "application/json");
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.body()).contains("urn:problem:part.down");
        assertThat(stage.get("rembang.localhost", "/api/v1/me").status())
                .as("other parts are not affected")
                .isEqualTo(200);
        waiting.dispose();
        stage.citizen.calm();
        Stage.until(() -> stage.get("rembang.localhost", "/").status() == 200);
    }

    @Test
    void a_body_that_says_it_is_too_large_is_refused_before_it_is_read() {
        for (var target : new String[][] {
            {"rembang.localhost", "/api/v1/x", "" + (MEGABYTE + 1)},
            {"rembang.localhost", EVIDENCE, "" + (2 * MEGABYTE + 1)},
            {"rembang.localhost", "/admin/x", "" + (30 * MEGABYTE + 1)},
            {"rembang.localhost", "/x", "" + (MEGABYTE + 1)},
            {"id.localhost", "/oauth2/token", "" + (64 * 1024 + 1)}
        }) {
            var answer = stage.raw("POST " + target[1] + " HTTP/1.1\r\nHost: " + target[0]
                    + "\r\nAccept: application/json\r\nContent-Length: " + target[2] + "\r\n\r\nabc");

            assertThat(answer).as(target[1]).startsWith("HTTP/1.1 413 ").contains("urn:problem:request.too-large");
        }
        assertThat(stage.core.asked() + stage.identity.asked()).isZero();
    }

    @Test
    void a_body_that_turns_out_too_large_is_cut_off_and_the_part_sees_that_it_is_not_whole() throws Exception {
        stage.core.answers((request, response) -> stage.core.read(request).then(response.send()));

        var answer = stage.call(
                "POST", "rembang.localhost", EVIDENCE, Flux.range(0, 40).map(number -> new byte[MEGABYTE / 10]));

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.body()).contains("urn:problem:request.too-large");
        assertThat(stage.core.next().whole()).isFalse();
    }

    @Test
    void a_refused_sender_of_very_much_still_hears_why() throws Exception {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), stage.port)) {
            var out = socket.getOutputStream();
            out.write(("POST /api/v1/x HTTP/1.1\r\nHost: rembang.localhost\r\nContent-Length: " + 40 * MEGABYTE
                            + "\r\n\r\n")
                    .getBytes(StandardCharsets.ISO_8859_1));
            out.write(new byte[100_000]);
            out.flush();

            assertThat(Stage.drain(socket, 30_000)).startsWith("HTTP/1.1 413 ").doesNotContain("(still open)");
        }
    }

    @Test
    void an_upload_cut_off_by_its_sender_never_looks_whole_to_core() throws Exception {
        stage.core.answers((request, response) -> stage.core.read(request).then(response.send()));
        var before = stage.core.pieces();
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), stage.port)) {
            socket.getOutputStream()
                    .write(("POST " + EVIDENCE
                                    + " HTTP/1.1\r\nHost: rembang.localhost\r\nContent-Length: 1000\r\n\r\nhalf")
                            .getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            Stage.until(() -> stage.core.pieces() > before);
        }

        assertThat(stage.core.next().whole()).isFalse();
    }

    @Test
    void a_body_that_stalls_is_given_up() throws Exception {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), stage.port)) {
            socket.getOutputStream()
                    .write(("POST " + EVIDENCE
                                    + " HTTP/1.1\r\nHost: rembang.localhost\r\nContent-Length: 1000\r\n\r\nhalf")
                            .getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();

            assertThat(Stage.drain(socket, 30_000)).startsWith("HTTP/1.1 408 ").doesNotContain("(still open)");
        }
    }

    @Test
    void a_reader_who_takes_nothing_is_given_up() throws Exception {
        var ended = new AtomicBoolean();
        stage.core.answers((request, response) ->
                response.sendByteArray(Flux.generate(sink -> sink.next(new byte[64 * 1024]))
                        .cast(byte[].class)
                        .doFinally(end -> ended.set(true))));
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), stage.port)) {
            socket.getOutputStream()
                    .write("GET /api/v1/events HTTP/1.1\r\nHost: rembang.localhost\r\n\r\n"
                            .getBytes(StandardCharsets.ISO_8859_1));

            Stage.until(ended::get);
        }
    }

    @Test
    void headers_that_drip_are_not_waited_for() throws Exception {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), stage.port)) {
            var out = socket.getOutputStream();
            var dripping = Flux.interval(Duration.ofMillis(100))
                    .doOnNext(tick -> {
                        try {
                            out.write('a');
                            out.flush();
                        } catch (IOException closed) {
                            throw new UncheckedIOException(closed);
                        }
                    })
                    .onErrorComplete()
                    .subscribeOn(Schedulers.boundedElastic())
                    .subscribe();

            assertThat(Stage.drain(socket, 30_000)).doesNotContain("(still open)");
            dripping.dispose();
        }
    }

    @Test
    void an_idle_connection_is_kept_a_while_and_then_closed() throws Exception {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), stage.port)) {
            var request = "GET / HTTP/1.1\r\nHost: rembang.localhost\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1);
            socket.getOutputStream().write(request);
            assertThat(Stage.drain(socket, 300)).startsWith("HTTP/1.1 200 ").contains("(still open)");
            socket.getOutputStream().write(request);

            assertThat(Stage.drain(socket, 30_000)).startsWith("HTTP/1.1 200 ").doesNotContain("(still open)");
        }
    }

    @Test
    void a_web_socket_outlives_the_deadlines_of_plain_requests() {
        stage.admin.answers((request, response) -> response.sendWebsocket(
                (in, out) -> out.sendString(in.receive().asString().delayElements(Duration.ofMillis(1500)))));

        var echoed = stage.client("rembang.localhost", "Origin", "http://rembang.localhost:" + stage.port)
                .websocket()
                .uri("ws://127.0.0.1:" + stage.port + "/admin/VAADIN/push")
                .handle((in, out) -> out.sendString(Mono.just("late"))
                        .then()
                        .thenMany(in.receive().asString().take(1)))
                .blockFirst(Stage.PATIENCE);

        assertThat(echoed).isEqualTo("late");
    }
}
