package id.satuatap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import id.satuatap.stack.Stack;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Each tenant has its own door, and what is asked at one never answers for another. */
class DoorsTest {

    private static final String ASSESSMENTS = "/api/v1/spbe/assessments";

    private final Stack stack = RunningStack.get();

    @Test
    void a_machine_of_one_tenant_is_nobody_at_the_door_of_another() {
        var token = stack.accessToken(stack.credentials().client("rembang", "coordinator"));

        assertThat(get("rembang", ASSESSMENTS, token).statusCode()).isEqualTo(200);
        assertThat(get("bangkalan", ASSESSMENTS, token).statusCode()).isEqualTo(403);
        assertThat(get("bangkalan", "/api/v1/me", token).statusCode()).isEqualTo(403);
        assertThat(get(null, ASSESSMENTS, token).statusCode()).isEqualTo(403);
    }

    @Test
    void a_tenant_named_by_the_caller_is_not_believed() {
        var token = stack.accessToken(stack.credentials().client("rembang", "coordinator"));

        for (var header : List.of("X-Satu-Tenant", "X_Satu_Tenant", "x-forwarded-host", "X-Forwarded-Prefix")) {
            var answer = stack.send(stack.request("bangkalan", ASSESSMENTS)
                    .header("Authorization", "Bearer " + token)
                    .header(header, "rembang"));
            assertThat(answer.statusCode()).as(header).isIn(400, 403);
        }
    }

    @Test
    void a_foreign_and_a_made_up_id_get_the_same_answer() {
        var assessor = stack.accessToken(stack.credentials().client("kepahiang", "internal-assessor"));
        var started = stack.send(stack.request("kepahiang", ASSESSMENTS)
                .header("Authorization", "Bearer " + assessor)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofString("{\"year\":" + (2030 + (int) (System.nanoTime() % 60)) + "}")));
        assertThat(started.statusCode()).as(started.body()).isIn(201, 409);
        var list = JsonMapper.shared()
                .readTree(get("kepahiang", ASSESSMENTS, assessor).body());
        var id = list.at("/items/0/id").asString();

        var other = stack.accessToken(stack.credentials().client("bojonegoro", "internal-assessor"));
        var foreign = get("bojonegoro", ASSESSMENTS + "/" + id, other);
        var random = get("bojonegoro", ASSESSMENTS + "/" + UUID.randomUUID(), other);

        assertThat(foreign.statusCode()).isEqualTo(404);
        assertThat(withoutRequestId(foreign)).isEqualTo(withoutRequestId(random));
    }

    @Test
    void an_unknown_host_is_a_friendly_not_found() {
        var answer = stack.send(stack.request("nowhere", "/").header("Accept", "text/html"));

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("<main").doesNotContain("Exception");
        assertThat(stack.send(stack.request("nowhere", "/api/v1/me"))
                        .headers()
                        .firstValue("Content-Type")
                        .orElse(""))
                .startsWith("application/problem+json");
    }

    @Test
    void a_suspended_tenant_says_so_and_its_api_refuses() {
        var operator = stack.accessToken(stack.credentials().client(null, "platform-operator"));
        try {
            assertThat(state(operator, "SUSPENDED").statusCode()).isEqualTo(200);
            var page = awaitStatus("jateng", "/", 403);
            assertThat(page.body()).contains("dihentikan sementara");
            assertThat(awaitStatus("jateng", "/api/v1/spbe/instruments", 403).body())
                    .contains("tenant.suspended");
        } finally {
            assertThat(state(operator, "ACTIVE").statusCode()).isEqualTo(200);
        }
        assertThat(awaitStatus("jateng", "/", 200).body()).contains("Jawa Tengah");
    }

    @Test
    void plain_pages_run_nothing_inline_and_api_answers_are_not_kept() {
        var page = stack.send(stack.request("rembang", "/"));
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src")
                .doesNotContain("unsafe-inline");
        assertThat(page.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");

        var token = stack.accessToken(stack.credentials().client("rembang", "coordinator"));
        assertThat(get("rembang", "/api/v1/me", token)
                        .headers()
                        .firstValue("Cache-Control")
                        .orElse(""))
                .contains("no-store");
    }

    private HttpResponse<String> state(String operator, String state) {
        return stack.send(stack.request(null, "/api/v1/tenants/jateng/state")
                .header("Authorization", "Bearer " + operator)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString("{\"state\":\"" + state + "\"}")));
    }

    /** Every part remembers a tenant's state for a few seconds. */
    private HttpResponse<String> awaitStatus(String tenant, String path, int status) {
        var deadline = System.nanoTime() + 90_000_000_000L;
        HttpResponse<String> answer;
        do {
            answer = stack.send(stack.request(tenant, path));
        } while (answer.statusCode() != status && System.nanoTime() < deadline);
        assertThat(answer.statusCode()).isEqualTo(status);
        return answer;
    }

    private HttpResponse<String> get(String tenant, String path, String token) {
        return stack.send(stack.request(tenant, path).header("Authorization", "Bearer " + token));
    }

    private static String withoutRequestId(HttpResponse<String> answer) {
        return answer.body().replaceAll("\"requestId\":\"[^\"]*\"", "");
    }
}
