package id.satuatap.core.message;

import static org.assertj.core.api.Assertions.assertThat;

import id.satuatap.core.setup.TestPlatform;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;
import tools.jackson.databind.JsonNode;

class LiveIT {

    private static final TestPlatform PLATFORM = TestPlatform.get();

    @Test
    void a_screen_hears_of_its_own_tenants_changes_and_of_no_other() {
        var expected = new AtomicReference<String>();
        StepVerifier.create(stream("internal-assessor.lebong", "lebong", 60))
                .assertNext(heartbeat -> assertThat(heartbeat.data()).isNull())
                .then(() -> start("bangkalan", 2060))
                .then(() -> expected.set(start("lebong", 2061)))
                .assertNext(event -> {
                    assertThat(event.event()).isEqualTo("spbe.assessment");
                    assertThat(event.data().at("/id").asString()).isEqualTo(expected.get());
                    assertThat(event.data().propertyNames()).containsExactly("id");
                })
                .thenCancel()
                .verify(Duration.ofSeconds(30));
        StepVerifier.create(
                        stream("internal-assessor.bangkalan", "bangkalan", 60).take(Duration.ofSeconds(3)))
                .assertNext(heartbeat -> assertThat(heartbeat.data()).isNull())
                .then(() -> start("lebong", 2062))
                .expectComplete()
                .verify(Duration.ofSeconds(30));
    }

    @Test
    void the_stream_ends_with_the_token() {
        StepVerifier.create(stream("internal-assessor.lebong", "lebong", 3).then())
                .expectComplete()
                .verify(Duration.ofSeconds(20));
    }

    private static Flux<ServerSentEvent<JsonNode>> stream(String who, String tenant, int seconds) {
        var token = PLATFORM.token(
                who,
                claims -> claims.claim("client_id", "tenant-admin")
                        .expirationTime(Date.from(Instant.now().plusSeconds(seconds))));
        return WebClient.create("http://127.0.0.1:" + PLATFORM.port())
                .get()
                .uri("/api/v1/events")
                .header("X-Satu-Tenant", tenant)
                .header("Authorization", "Bearer " + token)
                .retrieve()
                .bodyToFlux(new ParameterizedTypeReference<>() {});
    }

    private static String start(String tenant, int year) {
        return PLATFORM.as("internal-assessor", tenant)
                .post()
                .uri("/api/v1/spbe/assessments")
                .bodyValue(Map.of("year", year))
                .exchange()
                .expectStatus()
                .isCreated()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody()
                .at("/id")
                .asString();
    }
}
