package id.satuatap.core.message;

import static org.assertj.core.api.Assertions.assertThat;

import id.satuatap.core.outbox.Broadcast;
import id.satuatap.core.outbox.Outbox;
import id.satuatap.core.outbox.Spoken;
import id.satuatap.core.setup.TestPlatform;
import id.satuatap.core.shared.Audience;
import id.satuatap.core.tenancy.Tenants;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
    void an_officer_without_a_right_in_the_assessment_hears_what_concerns_her_and_nothing_else() {
        var expected = new AtomicReference<UUID>();
        StepVerifier.create(stream("opd-officer.lebong", "lebong", 60))
                .assertNext(heartbeat -> assertThat(heartbeat.data()).isNull())
                .then(() -> start("lebong", 2063)) // for those who may read assessments
                .then(() -> told("lebong", Audience.of("member:read")))
                .then(() -> told("lebong", Audience.person(UUID.randomUUID())))
                .then(() -> told("bangkalan", Audience.of("office:read")))
                .then(() -> expected.set(told("lebong", Audience.of("office:read"))))
                .assertNext(event -> {
                    assertThat(event.event()).isEqualTo("test.told");
                    assertThat(event.data().at("/id").asString())
                            .hasToString(expected.get().toString());
                })
                .thenCancel()
                .verify(Duration.ofSeconds(30));
    }

    @Test
    void a_stranger_hears_public_topics_only() {
        var expected = new AtomicReference<UUID>();
        StepVerifier.create(stream("coordinator.bangkalan", "lebong", 60)) // signed in, and no member here
                .assertNext(heartbeat -> assertThat(heartbeat.data()).isNull())
                .then(() -> start("lebong", 2064))
                .then(() -> told("lebong", Audience.of("office:read")))
                .then(() -> expected.set(told("lebong", Audience.everybody("news"))))
                .assertNext(event -> assertThat(event.data().at("/id").asString())
                        .hasToString(expected.get().toString()))
                .thenCancel()
                .verify(Duration.ofSeconds(30));
    }

    @Test
    void anybody_may_listen_to_a_public_topic_of_one_tenant() {
        var expected = new AtomicReference<UUID>();
        StepVerifier.create(topic("lebong", "news"))
                .assertNext(heartbeat -> assertThat(heartbeat.data()).isNull())
                .then(() -> told("bangkalan", Audience.everybody("news")))
                .then(() -> told("lebong", Audience.everybody("queue")))
                .then(() -> told("lebong", Audience.of("office:read")))
                .then(() -> expected.set(told("lebong", Audience.everybody("news"))))
                .assertNext(event -> assertThat(event.data().at("/id").asString())
                        .hasToString(expected.get().toString()))
                .thenCancel()
                .verify(Duration.ofSeconds(30));
    }

    @Test
    void a_malformed_notification_ends_no_stream() {
        var expected = new AtomicReference<String>();
        StepVerifier.create(stream("internal-assessor.lebong", "lebong", 60))
                .assertNext(heartbeat -> assertThat(heartbeat.data()).isNull())
                .then(() ->
                        List.of("", "nonsense", "a/b", UUID.randomUUID() + "/").forEach(LiveIT::notifyOf))
                .then(() -> expected.set(start("lebong", 2065)))
                .assertNext(
                        event -> assertThat(event.data().at("/id").asString()).isEqualTo(expected.get()))
                .thenCancel()
                .verify(Duration.ofSeconds(30));
    }

    @Test
    void without_a_token_or_a_tenant_there_is_no_stream() {
        PLATFORM.at("lebong")
                .get()
                .uri("/api/v1/events")
                .exchange()
                .expectStatus()
                .isUnauthorized();
        PLATFORM.operator()
                .get()
                .uri("/api/v1/events")
                .exchange()
                .expectStatus()
                .isNotFound();
        PLATFORM.bare()
                .get()
                .uri("/api/v1/events/public?topic=news")
                .exchange()
                .expectStatus()
                .isNotFound();
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

    private static Flux<ServerSentEvent<JsonNode>> topic(String tenant, String topic) {
        return WebClient.create("http://127.0.0.1:" + PLATFORM.port())
                .get()
                .uri("/api/v1/events/public?topic=" + topic)
                .header("X-Satu-Tenant", tenant)
                .retrieve()
                .bodyToFlux(new ParameterizedTypeReference<>() {});
    }

    private static UUID told(String tenant, Audience audience) {
        return Spoken.to(new Broadcast("test.told", audience))
                .in(tenant, PLATFORM.bean(Tenants.class), PLATFORM.bean(Outbox.class));
    }

    private static void notifyOf(String payload) {
        var database = PLATFORM.database();
        try (var anybody = DriverManager.getConnection(
                        database.jdbcUrl(), database.runtimeUsername(), database.runtimePassword());
                var statement = anybody.prepareStatement("select pg_notify('satuatap_event', ?)")) {
            statement.setString(1, payload);
            statement.execute();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
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
