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
import java.util.concurrent.CompletableFuture;
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

    private final String tenant = PLATFORM.freshTenant();

    @Test
    void a_screen_hears_of_its_own_tenants_changes_and_of_no_other() {
        var started = new AtomicReference<String>();

        var heard = firstHeard(stream("internal-assessor." + tenant, tenant, 60), () -> {
            start(PLATFORM.freshTenant());
            started.set(start(tenant));
        });

        assertThat(heard.event()).isEqualTo("spbe.assessment");
        assertThat(heard.data().at("/id").asString()).isEqualTo(started.get());
        assertThat(heard.data().propertyNames()).containsExactly("id");
    }

    @Test
    void an_officer_without_a_right_in_the_assessment_hears_what_concerns_her_and_nothing_else() {
        var officer = person("opd-officer." + tenant, tenant);
        var concerns = new AtomicReference<UUID>();

        var heard = firstHeard(stream("opd-officer." + tenant, tenant, 60), () -> {
            start(tenant); // for those who may read assessments
            told(tenant, Audience.of("member:read"));
            told(tenant, Audience.person(UUID.randomUUID()));
            told("bangkalan", Audience.person(officer));
            concerns.set(told(tenant, Audience.person(officer)));
        });

        assertThat(heard.event()).isEqualTo("test.told");
        assertThat(heard.data().at("/id").asString()).hasToString(concerns.get().toString());
    }

    @Test
    void a_stranger_hears_public_topics_only() {
        var news = new AtomicReference<UUID>();

        var heard = firstHeard(
                stream("coordinator.bangkalan", tenant, 60),
                () -> { // signed in, and no member here
                    start(tenant);
                    told(tenant, Audience.of("member:read"));
                    news.set(told(tenant, Audience.everybody("news")));
                });

        assertThat(heard.data().at("/id").asString()).hasToString(news.get().toString());
    }

    @Test
    void anybody_may_listen_to_a_public_topic_of_one_tenant() {
        var news = new AtomicReference<UUID>();

        var heard = firstHeard(topic(tenant, "news"), () -> {
            told("bangkalan", Audience.everybody("news"));
            told(tenant, Audience.everybody("queue"));
            told(tenant, Audience.of("member:read"));
            news.set(told(tenant, Audience.everybody("news")));
        });

        assertThat(heard.data().at("/id").asString()).hasToString(news.get().toString());
    }

    @Test
    void a_malformed_notification_ends_no_stream() {
        var started = new AtomicReference<String>();

        var heard = firstHeard(stream("internal-assessor." + tenant, tenant, 60), () -> {
            List.of("", "nonsense", "a/b", UUID.randomUUID() + "/").forEach(LiveIT::notifyOf);
            started.set(start(tenant));
        });

        assertThat(heard.data().at("/id").asString()).isEqualTo(started.get());
    }

    /** The first event of a stream, heartbeats apart; something happens once the stream is heard. */
    private static ServerSentEvent<JsonNode> firstHeard(Flux<ServerSentEvent<JsonNode>> stream, Runnable happens) {
        var listening = new CompletableFuture<Void>();
        var happened = listening.thenRunAsync(happens);
        var heard = stream.doOnNext(beat -> listening.complete(null))
                .filter(event -> event.event() != null)
                .blockFirst(Duration.ofSeconds(50));
        happened.join();
        return heard;
    }

    @Test
    void without_a_token_or_a_tenant_there_is_no_stream() {
        PLATFORM.at(tenant)
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
        StepVerifier.create(stream("internal-assessor." + tenant, tenant, 3).then())
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

    private static UUID person(String subject, String tenant) {
        var database = PLATFORM.database();
        try (var superuser = DriverManager.getConnection(
                        database.jdbcUrl(), database.superuserUsername(), database.superuserPassword());
                var statement = superuser.prepareStatement("""
                        select p.id from access.person p join tenancy.tenant t on t.id = p.tenant_id
                         where p.subject = ? and t.slug = ?
                        """)) {
            statement.setString(1, subject);
            statement.setString(2, tenant);
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getObject(1, UUID.class);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
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

    private static String start(String tenant) {
        return PLATFORM.as("internal-assessor", tenant)
                .post()
                .uri("/api/v1/spbe/assessments")
                .bodyValue(Map.of("year", 2030))
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
