package id.satuatap.identity.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.satuatap.identity.CodeFlow;
import id.satuatap.identity.RunningIdentity;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DatabaseUnavailableFilterIT {

    private static final Map<String, String> GRANT = Map.of("grant_type", "client_credentials");

    @Test
    void while_the_database_is_away_a_sentence_says_so_and_afterwards_all_goes_on() {
        try (var identity = RunningIdentity.with(Map.of("spring.datasource.hikari.connection-timeout", "3000"))) {
            assertThat(token(identity)).isEqualTo(200);
            identity.databaseAnswers(false);

            var program = identity.browser()
                    .postAs("rembang-coordinator", RunningIdentity.MACHINE_SECRET, "/oauth2/token", GRANT);
            var person = identity.browser().signIn("coordinator.rembang", RunningIdentity.PASSWORD);
            var health = identity.browser().header("Accept", "application/json").get("/actuator/health/readiness");

            assertThat(program.statusCode()).isEqualTo(503);
            assertThat(program.headers().firstValue("Retry-After")).hasValue("5");
            assertThat(CodeFlow.json(program.body()).get("type").asString()).isEqualTo("urn:problem:identity.503");
            assertThat(person.statusCode()).isEqualTo(503);
            assertThat(person.body()).contains("Layanan sedang tidak tersedia");
            assertThat(CodeFlow.json(health.body()).at("/components/db/status").asString())
                    .isEqualTo("DOWN");
            assertThat(identity.browser().get("/oauth2/jwks").statusCode()).isEqualTo(200);

            identity.databaseAnswers(true);
            await().atMost(Duration.ofSeconds(30)).until(() -> token(identity) == 200);
        }
    }

    private static int token(RunningIdentity identity) {
        return identity.browser()
                .postAs("rembang-coordinator", RunningIdentity.MACHINE_SECRET, "/oauth2/token", GRANT)
                .statusCode();
    }
}
