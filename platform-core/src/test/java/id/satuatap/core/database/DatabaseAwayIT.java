package id.satuatap.core.database;

import static org.assertj.core.api.Assertions.assertThat;

import id.satuatap.core.setup.TestPlatform;
import id.satuatap.core.setup.Wire;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Mono;

class DatabaseAwayIT {

    private static final TestPlatform PLATFORM = TestPlatform.get();

    @Test
    void while_the_database_is_away_it_says_so_and_recovers_by_itself() throws Exception {
        try (var wire = new Wire(PLATFORM.database().port());
                var application = TestPlatform.application(
                        PLATFORM.database(), PLATFORM.identityUrl(), Map.of("satuatap.database.port", wire.port()))) {
            var client = client(application.getEnvironment().getProperty("local.server.port"));
            results(client).expectStatus().isOk();

            wire.cut();
            results(client)
                    .expectStatus()
                    .isEqualTo(503)
                    .expectHeader()
                    .valueEquals("Retry-After", "5")
                    .expectBody()
                    .jsonPath("$.type")
                    .isEqualTo("urn:problem:http.503");
            assertThat(health(client))
                    .contains("\"database\":{\"status\":\"DOWN\"")
                    .contains("DOWN");

            wire.mend();
            awaitOk(client);
            assertThat(health(client)).contains("\"database\":{\"status\":\"UP\"");
        }
    }

    @Test
    void a_wire_that_swallows_everything_is_given_up_after_a_while() throws Exception {
        try (var wire = new Wire(PLATFORM.database().port());
                var application = TestPlatform.application(
                        PLATFORM.database(),
                        PLATFORM.identityUrl(),
                        Map.of("satuatap.database.port", wire.port(), "satuatap.database.patience", "2s"))) {
            var client = client(application.getEnvironment().getProperty("local.server.port"));
            results(client).expectStatus().isOk();

            wire.swallow();
            results(client).expectStatus().isEqualTo(503).expectHeader().valueEquals("Retry-After", "5");

            awaitOk(client);
        }
    }

    @Test
    void one_that_starts_before_its_database_waits_for_it() throws Exception {
        try (var wire = new Wire(PLATFORM.database().port())) {
            wire.cut();
            var mending = Mono.delay(Duration.ofSeconds(3)).subscribe(later -> wire.mend());
            try (var application = TestPlatform.application(
                    PLATFORM.database(), PLATFORM.identityUrl(), Map.of("satuatap.database.port", wire.port()))) {
                var client = client(application.getEnvironment().getProperty("local.server.port"));
                results(client).expectStatus().isOk();
            } finally {
                mending.dispose();
            }
        }
    }

    private static void awaitOk(WebTestClient client) {
        var deadline = Instant.now().plus(Duration.ofSeconds(30));
        int status;
        do {
            status = results(client).returnResult(String.class).getStatus().value();
        } while (status != 200 && Instant.now().isBefore(deadline));
        assertThat(status).isEqualTo(200);
    }

    private static String health(WebTestClient client) {
        return client.get()
                .uri("/actuator/health")
                .exchange()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
    }

    private static WebTestClient.ResponseSpec results(WebTestClient client) {
        return client.get().uri("/api/v1/spbe/results?limit=1").exchange();
    }

    private static WebTestClient client(String port) {
        return WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + port)
                .responseTimeout(Duration.ofSeconds(30))
                .build();
    }
}
