package id.satuatap.core.member;

import static id.satuatap.core.setup.TestPlatform.BANGKALAN;
import static id.satuatap.core.setup.TestPlatform.LEBONG;
import static org.assertj.core.api.Assertions.assertThat;

import id.satuatap.core.setup.TestPlatform;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

class MemberIT {

    private static final TestPlatform PLATFORM = TestPlatform.get();
    private static final String INVITATIONS = "/api/v1/invitations";

    @Test
    void an_invited_person_becomes_a_member_with_that_address_and_only_once() {
        var link = invite("siti@contoh.example", "data-entry").at("/link").asString();
        assertThat(link).startsWith("http://lebong.localhost:8080/admin/undangan/");
        var code = link.substring(link.lastIndexOf('/') + 1);

        accept("budi", code).expectStatus().isForbidden();
        accept("siti", code)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.role")
                .isEqualTo("data-entry");
        accept("siti", code).expectStatus().isNotFound();
        person("siti", LEBONG)
                .get()
                .uri("/api/v1/spbe/assessments")
                .exchange()
                .expectStatus()
                .isOk();
        accept("siti", "unknown").expectStatus().isNotFound();
    }

    @Test
    void a_right_ends_when_the_membership_does() {
        var code = codeOf(invite("dewi@contoh.example", "walidata"));
        var member = json(accept("dewi", code).expectStatus().isOk());
        person("dewi", LEBONG)
                .get()
                .uri("/api/v1/spbe/assessments")
                .exchange()
                .expectStatus()
                .isOk();

        end(member, "\"7\"").expectStatus().isEqualTo(412);
        end(member, "\"1\"").expectStatus().isOk();

        person("dewi", LEBONG)
                .get()
                .uri("/api/v1/spbe/assessments")
                .exchange()
                .expectStatus()
                .isForbidden();
        end(member, "\"2\"").expectStatus().isEqualTo(409);
    }

    @Test
    void a_role_can_be_changed_but_nobody_changes_their_own() {
        var code = codeOf(invite("rina@contoh.example", "opd-officer"));
        var member = json(accept("rina", code).expectStatus().isOk());

        changeRole(member.at("/id").asString(), "office-head")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.version")
                .isEqualTo(2);
        var own = json(admin().get().uri("/api/v1/members").exchange());
        var me = own.at("/items")
                .valueStream()
                .filter(item -> "tenant-admin.lebong@contoh.example"
                        .equals(item.at("/email").asString("")))
                .findFirst()
                .orElseThrow();
        changeRole(me.at("/id").asString(), "coordinator").expectStatus().isEqualTo(409);
    }

    @Test
    void nobody_gets_two_roles_that_are_two_peoples_work() {
        accept("agus", codeOf(invite("agus@contoh.example", "internal-assessor")))
                .expectStatus()
                .isOk();

        accept("agus", codeOf(invite("agus@contoh.example", "coordinator")))
                .expectStatus()
                .isEqualTo(409);
        admin().post()
                .uri(INVITATIONS)
                .bodyValue(Map.of("email", "tenant-admin.lebong@contoh.example", "role", "coordinator"))
                .exchange()
                .expectStatus()
                .isEqualTo(409); // nobody invites themselves
    }

    @Test
    void a_mailbox_cannot_be_flooded_with_invitations() {
        for (var i = 0; i < 5; i++) {
            invite("banjir@contoh.example", "data-entry");
        }

        admin().post()
                .uri(INVITATIONS)
                .bodyValue(Map.of("email", "BANJIR@contoh.example", "role", "walidata"))
                .exchange()
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:problem:invitation.too-many");
        invite("lain@contoh.example", "data-entry");
    }

    @Test
    void a_regency_invites_no_overseer_and_nobody_an_operator() {
        for (var role : new String[] {"province-overseer", "platform-operator", "citizen", "king"}) {
            admin().post()
                    .uri(INVITATIONS)
                    .bodyValue(Map.of("email", "x@contoh.example", "role", role))
                    .exchange()
                    .expectStatus()
                    .isBadRequest()
                    .expectBody()
                    .jsonPath("$.faults[0].field")
                    .isEqualTo("role");
        }
    }

    @Test
    void members_of_another_tenant_can_neither_be_seen_nor_ended() {
        var foreign = json(PLATFORM.as("tenant-admin", BANGKALAN)
                        .get()
                        .uri("/api/v1/members")
                        .exchange())
                .at("/items/0");

        assertThat(json(admin().get().uri("/api/v1/members").exchange()).toString())
                .doesNotContain(foreign.at("/id").asString());
        end(foreign, "\"1\"").expectStatus().isNotFound();
    }

    @Test
    void every_change_and_every_refusal_is_in_the_chained_record() {
        var invitation = invite("tono@contoh.example", "data-entry");
        changeRole(invitation.at("/id").asString(), "coordinator")
                .expectStatus()
                .isNotFound();

        var entries = awaitEntry(invitation.at("/id").asString());

        assertThat(entries.toString())
                .contains("access.invited", "member.unknown")
                .doesNotContain("tono@contoh.example");
        PLATFORM.as("data-entry", LEBONG)
                .get()
                .uri("/api/v1/audit")
                .exchange()
                .expectStatus()
                .isForbidden();
        var page = json(admin().get().uri("/api/v1/audit?limit=1").exchange());
        assertThat(page.at("/next").asString())
                .isEqualTo(page.at("/items/0/position").asString());
    }

    private static JsonNode awaitEntry(String subject) {
        var deadline = java.time.Instant.now().plusSeconds(20);
        while (java.time.Instant.now().isBefore(deadline)) {
            var entries = json(
                    admin().get().uri("/api/v1/audit").exchange().expectStatus().isOk());
            if (entries.toString().contains(subject)) {
                return entries;
            }
        }
        throw new AssertionError("no entry for " + subject);
    }

    private static JsonNode invite(String email, String role) {
        return json(admin().post()
                .uri(INVITATIONS)
                .bodyValue(Map.of("email", email, "role", role, "decree", "SK 12/2026"))
                .exchange()
                .expectStatus()
                .isCreated());
    }

    private static String codeOf(JsonNode invitation) {
        var link = invitation.at("/link").asString();
        return link.substring(link.lastIndexOf('/') + 1);
    }

    private static WebTestClient.ResponseSpec accept(String who, String code) {
        return person(who, LEBONG)
                .post()
                .uri(INVITATIONS + "/" + code + "/acceptance")
                .exchange();
    }

    private static WebTestClient.ResponseSpec end(JsonNode member, String version) {
        return admin().post()
                .uri("/api/v1/members/" + member.at("/id").asString() + "/end")
                .header("If-Match", version)
                .exchange();
    }

    private static WebTestClient.ResponseSpec changeRole(String member, String role) {
        return admin().put()
                .uri("/api/v1/members/" + member + "/role")
                .header("If-Match", "\"1\"")
                .bodyValue(Map.of("role", role))
                .exchange();
    }

    private static WebTestClient admin() {
        return PLATFORM.as("tenant-admin", LEBONG);
    }

    private static WebTestClient person(String name, String tenant) {
        return PLATFORM.at(tenant)
                .mutate()
                .defaultHeader("Authorization", "Bearer " + PLATFORM.token(name))
                .build();
    }

    private static JsonNode json(WebTestClient.ResponseSpec response) {
        return response.expectBody(JsonNode.class).returnResult().getResponseBody();
    }
}
