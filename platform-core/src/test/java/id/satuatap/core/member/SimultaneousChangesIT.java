package id.satuatap.core.member;

import static org.assertj.core.api.Assertions.assertThat;

import id.satuatap.core.setup.TestPlatform;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** Rules over several rows hold when fifty come at once. */
class SimultaneousChangesIT {

    private static final TestPlatform PLATFORM = TestPlatform.get();
    private static final int AT_ONCE = 50;

    private final String tenant = PLATFORM.freshTenant();

    @Test
    void nobody_gets_two_peoples_work_by_two_changes_at_once() throws Exception {
        var admin = PLATFORM.as("tenant-admin", tenant);
        var person = "berdua@contoh.example";
        var one = join(admin, person, "opd-officer");
        var other = join(admin, person, "counter-officer");

        var statuses = together(number ->
                changeRole(admin, number % 2 == 0 ? one : other, number % 2 == 0 ? "coordinator" : "data-entry"));

        assertThat(statuses).filteredOn(status -> status == 200).hasSize(1);
        assertThat(rolesOf(admin, person)).hasSize(2).containsAnyOf("coordinator", "data-entry");
        assertThat(rolesOf(admin, person).containsAll(List.of("coordinator", "data-entry")))
                .isFalse();
    }

    @Test
    void a_mailbox_gets_five_letters_a_day_however_its_address_is_written() throws Exception {
        var admin = PLATFORM.as("tenant-admin", tenant);

        var statuses = together(number -> invite(admin, "banyak+" + number + "@contoh.example", "opd-officer")
                .returnResult(Void.class)
                .getStatus()
                .value());

        assertThat(statuses).filteredOn(status -> status == 201).hasSize(5);
        assertThat(statuses).filteredOn(status -> status == 422).hasSize(AT_ONCE - 5);
    }

    @Test
    void the_last_administrator_stays() {
        var machine = PLATFORM.machine(tenant, "tenant-admin", tenant);
        var last = members(machine).stream()
                .filter(member -> member.at("/role").asString().equals("tenant-admin"))
                .filter(member -> !member.at("/machine").asBoolean())
                .toList();

        assertThat(last).hasSize(1);
        machine.post()
                .uri("/api/v1/members/%s/end"
                        .formatted(last.getFirst().at("/id").asString()))
                .header(
                        "If-Match",
                        "\"%d\"".formatted(last.getFirst().at("/version").asInt()))
                .exchange()
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:problem:member.last-administrator");
    }

    private List<Integer> together(IntFunction<Integer> request) throws Exception {
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            var answers = IntStream.range(0, AT_ONCE)
                    .mapToObj(number -> threads.submit(() -> request.apply(number)))
                    .toList();
            var statuses = new ArrayList<Integer>();
            for (Future<Integer> answer : answers) {
                statuses.add(answer.get());
            }
            return statuses;
        }
    }

    private int changeRole(WebTestClient admin, String member, String role) {
        return admin.put()
                .uri("/api/v1/members/%s/role".formatted(member))
                .header("If-Match", "\"1\"")
                .bodyValue(Map.of("role", role))
                .exchange()
                .returnResult(Void.class)
                .getStatus()
                .value();
    }

    private WebTestClient.ResponseSpec invite(WebTestClient admin, String email, String role) {
        return admin.post()
                .uri("/api/v1/invitations")
                .bodyValue(Map.of("email", email, "role", role))
                .exchange();
    }

    /** Invites and accepts; the id of the membership. */
    private String join(WebTestClient admin, String email, String role) {
        var invitation = invite(admin, email, role)
                .expectStatus()
                .isCreated()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
        var link = invitation.at("/link").asString();
        return PLATFORM.at(tenant)
                .post()
                .uri("/api/v1/invitations/%s/acceptance".formatted(link.substring(link.lastIndexOf('/') + 1)))
                .header(
                        "Authorization",
                        "Bearer "
                                + PLATFORM.token(
                                        email,
                                        claims -> claims.claim("client_id", "tenant-admin")
                                                .claim("email", email)))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody()
                .at("/id")
                .asString();
    }

    private List<String> rolesOf(WebTestClient admin, String email) {
        return members(admin).stream()
                .filter(member -> email.equals(member.at("/email").asString()))
                .map(member -> member.at("/role").asString())
                .toList();
    }

    private List<JsonNode> members(WebTestClient client) {
        return client.get()
                .uri("/api/v1/members")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody()
                .at("/items")
                .valueStream()
                .toList();
    }
}
