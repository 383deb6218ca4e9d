package id.satuatap.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Behind a load balancer at 127.0.0.1, so that a test can be many clients. */
class LimitsTest {

    private static Stage stage;

    @BeforeAll
    static void open() {
        stage = new Stage(
                true,
                "--satuatap.gateway.trusted-proxies=127.0.0.0/8,10.0.0.0/8",
                "--satuatap.gateway.limits.api.burst=5",
                "--satuatap.gateway.limits.api.per-second=1",
                "--satuatap.gateway.limits.admin-anonymous.burst=5",
                "--satuatap.gateway.limits.tenant.burst=40",
                "--satuatap.gateway.limits.tenant.per-second=1",
                "--satuatap.gateway.limits.open-per-client=3");
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
    void a_client_that_asks_too_much_is_told_when_to_come_back() {
        var last = IntStream.range(0, 6)
                .mapToObj(number -> as("192.0.2.1", "/api/v1/me"))
                .reduce((before, after) -> after)
                .orElseThrow();

        assertThat(last.status()).isEqualTo(429);
        assertThat(last.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(last.body()).contains("urn:problem:request.too-many");
        assertThat(Integer.parseInt(last.header("Retry-After"))).isBetween(1, 5);
        assertThat(last.header("RateLimit-Limit")).isEqualTo("5");
        assertThat(last.header("RateLimit-Remaining")).isEqualTo("0");
    }

    @Test
    void another_client_another_tenant_and_another_door_are_not_slowed() {
        IntStream.range(0, 7).forEach(number -> as("192.0.2.2", "/api/v1/me"));

        assertThat(as("192.0.2.2", "/api/v1/me").status()).isEqualTo(429);
        assertThat(as("192.0.2.3", "/api/v1/me").status()).isEqualTo(200);
        assertThat(as("192.0.2.2", "/").status()).isEqualTo(200);
        assertThat(at("bengkulu.localhost", "192.0.2.2").status()).isEqualTo(200);
    }

    @Test
    void visitors_without_a_session_cannot_fill_the_workspace_and_officials_beside_them_go_on() {
        var last = IntStream.range(0, 7)
                .mapToObj(number -> as("192.0.2.8", "/admin/"))
                .reduce((before, after) -> after)
                .orElseThrow();

        assertThat(last.status()).isEqualTo(429);
        assertThat(last.body()).contains("Terlalu banyak permintaan", "Too many requests");
        assertThat(stage.get(
                                "localhost",
                                "/admin/",
                                "X-Forwarded-For",
                                "192.0.2.8",
                                "Cookie",
                                "SATUATAP_ADMIN=0123456789ABCDEF")
                        .status())
                .isEqualTo(200);
        assertThat(as("192.0.2.10", "/admin/").status()).isEqualTo(200);
    }

    @Test
    void a_client_cannot_be_another_by_writing_addresses_in_front() {
        var statuses = new HashSet<Integer>();
        for (var number = 0; number < 7; number++) {
            statuses.add(as("203.0.113." + number + ", 192.0.2.4, 10.1.1.1", "/api/v1/me")
                    .status());
        }

        assertThat(statuses).contains(429);
    }

    @Test
    void a_network_of_addresses_is_one_client() {
        var statuses = new HashSet<Integer>();
        for (var number = 0; number < 7; number++) {
            statuses.add(as("2001:db8:1:2::" + number, "/api/v1/me").status());
        }

        assertThat(statuses).contains(429);
        assertThat(as("2001:db8:1:3::1", "/api/v1/me").status()).isEqualTo(200);
    }

    @Test
    void a_refused_client_does_not_use_up_what_its_tenant_may_ask() {
        IntStream.range(0, 60).forEach(number -> at("bengkulu.localhost", "192.0.2.5"));

        assertThat(at("bengkulu.localhost", "192.0.2.6").status()).isEqualTo(200);
    }

    @Test
    void a_tenant_asked_by_very_many_is_bounded_and_the_others_are_not() {
        var refused = IntStream.range(0, 80)
                .mapToObj(
                        number -> stage.get("spbe.rembangkab.example", "/", "X-Forwarded-For", "198.51.100." + number))
                .filter(answer -> answer.status() == 429)
                .count();

        assertThat(refused).isPositive();
        assertThat(at("lebong.localhost", "198.51.100.1").status()).isEqualTo(403);
        assertThat(stage.get("id.localhost", "/", "X-Forwarded-For", "198.51.100.1")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_client_holds_only_so_many_streams_open() {
        Sinks.Many<String> events = Sinks.many().multicast().directBestEffort();
        stage.core.answers(
                (request, response) -> response.sse().sendString(events.asFlux().startWith("data: 0\n\n")));
        var streams = new ArrayList<Disposable>();
        for (var number = 0; number < 3; number++) {
            var heard = new CountDownLatch(1);
            streams.add(stage.client("localhost", "X-Forwarded-For", "192.0.2.9")
                    .get()
                    .uri("http://127.0.0.1:" + stage.port + "/api/v1/events")
                    .responseContent()
                    .asString()
                    .subscribe(text -> heard.countDown()));
            Stage.until(() -> heard.getCount() == 0);
        }

        var refused = stage.get("localhost", "/", "X-Forwarded-For", "192.0.2.9", "Accept", "application/json");
        streams.forEach(Disposable::dispose);

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.body()).contains("request.too-many-open");
        Stage.until(() ->
                stage.get("localhost", "/", "X-Forwarded-For", "192.0.2.9").status() == 200);
    }

    @Test
    void an_open_web_socket_counts_until_it_ends() {
        stage.admin.answers((request, response) -> response.sendWebsocket(
                (in, out) -> out.sendString(Mono.just("open")).then(in.receive().then())));
        var sockets = new ArrayList<Disposable>();
        for (var number = 0; number < 3; number++) {
            var heard = new CountDownLatch(1);
            sockets.add(stage.client(
                            "localhost", "X-Forwarded-For", "192.0.2.11", "Origin", "http://localhost:" + stage.port)
                    .websocket()
                    .uri("ws://127.0.0.1:" + stage.port + "/admin/VAADIN/push")
                    .receive()
                    .subscribe(text -> heard.countDown()));
            Stage.until(() -> heard.getCount() == 0);
        }

        assertThat(as("192.0.2.11", "/").status()).isEqualTo(429);
        sockets.forEach(Disposable::dispose);

        Stage.until(() -> as("192.0.2.11", "/").status() == 200);
    }

    @Test
    void the_part_hears_of_the_real_client() throws Exception {
        as("203.0.113.9, 192.0.2.77", "/");

        assertThat(stage.citizen.next().headers().getAll("X-Forwarded-For")).containsExactly("192.0.2.77");
    }

    private static Stage.Answer as(String forwardedFor, String path) {
        return stage.get("localhost", path, "X-Forwarded-For", forwardedFor);
    }

    private static Stage.Answer at(String host, String client) {
        return stage.get(host, "/api/v1/me", "X-Forwarded-For", client);
    }
}
