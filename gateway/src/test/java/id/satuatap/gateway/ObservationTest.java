package id.satuatap.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import reactor.core.publisher.Flux;

@ExtendWith(OutputCaptureExtension.class)
class ObservationTest {

    private final Stage stage = Stage.shared();

    @Test
    void figures_are_kept_by_tenant_and_never_by_what_a_caller_invents() {
        stage.get("rembang.localhost", "/api/v1/me");
        stage.get("invented.localhost", "/api/v1/me");

        var metrics = stage.management("/actuator/prometheus").body();

        assertThat(metrics).containsPattern("spring_cloud_gateway_requests_seconds_count\\{.*tenant=\"rembang\"");
        assertThat(metrics)
                .containsPattern("satuatap_gateway_refusals_total\\{code=\"tenant.unknown\",tenant=\"none\"");
        assertThat(metrics).doesNotContain("invented", "127.0.0.1\"");
    }

    @Test
    void health_names_each_part() {
        var health = stage.management("/actuator/health");

        assertThat(health.status()).isEqualTo(200);
        assertThat(health.body()).contains("platform-core", "tenant-admin", "citizen-ui", "identity", "\"tenants\":3");
        assertThat(stage.management("/actuator/health/readiness").status()).isEqualTo(200);
        assertThat(stage.management("/actuator/health/liveness").status()).isEqualTo(200);
    }

    @Test
    void the_management_port_shows_nothing_else() {
        assertThat(stage.management("/").status()).isEqualTo(404);
        assertThat(stage.management("/api/v1/me").status()).isEqualTo(404);
        assertThat(stage.management("/actuator/env").status()).isEqualTo(404);
        assertThat(stage.management("/actuator/gateway/routes").status()).isEqualTo(404);
    }

    @Test
    void each_request_leaves_one_line_with_its_id_and_tenant(CapturedOutput output) {
        try (var talkative = new Stage(true, "--logging.level.id.satuatap.gateway.access=INFO")) {
            var answer = talkative.call(
                    "POST",
                    "rembang.localhost",
                    "/api/v1/invitations/S3CRET-c0de/acceptance?email=budi@contoh.example",
                    Flux.empty());

            var id = answer.header("X-Request-Id");
            Stage.until(() -> output.getOut().contains(id));
            var line = output.getOut()
                    .lines()
                    .filter(text -> text.contains(id))
                    .findFirst()
                    .orElseThrow();
            assertThat(line)
                    .startsWith("{")
                    .contains(
                            "\"requestId\":\"" + id + "\"",
                            "\"tenant\":\"rembang\"",
                            "\"status\":200",
                            "\"door\":\"API\"")
                    .contains("\"path\":\"/api/v1/invitations/*/acceptance\"")
                    .doesNotContain("S3CRET", "budi", "127.0.0.1");
        }
    }
}
