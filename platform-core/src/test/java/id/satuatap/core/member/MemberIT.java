package id.satuatap.core.member;

import static id.satuatap.core.setup.TestPlatform.BANGKALAN;
import static org.assertj.core.api.Assertions.assertThat;

import id.satuatap.core.setup.TestPlatform;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

class MemberIT {

    private static final TestPlatform PLATFORM = TestPlatform.get();
    private static final String INVITATIONS = "/api/v1/invitations";

    private final String tenant = PLATFORM.freshTenant();

    @Test
    void an_invited_person_becomes_a_member_with_that_address_and_only_once() {
        var link = invite("siti@contoh.example", "data-entry").at("/link").asString();
        assertThat(link).startsWith("http://" + tenant + ".localhost:8080/admin/undangan/");
        var code = link.substring(link.lastIndexOf('/') + 1);

        accept("budi", code).expectStatus().isForbidden();
        accept("siti", code)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.role")
                .isEqualTo("data-entry");
        accept("siti", code).expectStatus().isNotFound();
        person("siti")
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
        person("dewi")
                .get()
                .uri("/api/v1/spbe/assessments")
                .exchange()
                .expectStatus()
                .isOk();

        end(member, "\"7\"").expectStatus().isEqualTo(412);
        end(member, "\"1\"").expectStatus().isOk();

        person("dewi")
                .get()
                .uri("/api/v1/spbe/assessments")
                .exchange()
                .expectStatus()
                .isForbidden();
        end(member, "\"2\"").expectStatus().isEqualTo(409);
    }

    @Test
    void an_invitation_is_worth_nothing_once_its_maker_has_lost_the_right_to_make_it() {
        var maker = json(accept("wati", codeOf(invite("wati@contoh.example", "tenant-admin")))
                .expectStatus()
                .isOk());
        var other = json(person("wati")
                .post()
                .uri(INVITATIONS)
                .bodyValue(Map.of("email", "joko@contoh.example", "role", "tenant-admin", "decree", "SK 13/2026"))
                .exchange()
                .expectStatus()
                .isCreated());

        end(maker, "\"1\"").expectStatus().isOk();

        accept("joko", codeOf(other))
                .expectStatus()
                .isNotFound()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:problem:invitation.unknown");
    }

    @Test
    void members_come_page_by_page_and_none_is_left_out() {
        var whole = json(admin().get().uri("/api/v1/members").exchange()).at("/items");
        var seen = new java.util.HashSet<String>();
        var after = "";
        do {
            var page = json(admin().get().uri("/api/v1/members?limit=2" + after).exchange());
            assertThat(page.at("/items").size()).isLessThanOrEqualTo(2);
            page.at("/items")
                    .forEach(member ->
                            assertThat(seen.add(member.at("/id").asString())).isTrue());
            after = page.at("/next").isNull()
                    ? null
                    : "&after=" + page.at("/next").asString();
        } while (after != null);

        assertThat(seen).hasSizeGreaterThanOrEqualTo(whole.size()).hasSizeGreaterThan(2);
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
                .filter(item -> ("tenant-admin." + tenant + "@contoh.example")
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
                .bodyValue(Map.of("email", "tenant-admin." + tenant + "@contoh.example", "role", "coordinator"))
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

        assertThat(entries.toString()).contains("access.invited", "member.unknown");
        var invited = entries.at("/items")
                .valueStream()
                .filter(entry -> entry.at("/subject")
                        .asString()
                        .equals(invitation.at("/id").asString()))
                .findFirst()
                .orElseThrow();
        assertThat(invited.at("/object/kind").asString()).isEqualTo("invitation");
        assertThat(invited.at("/object/name").asString()).isEqualTo("tono@contoh.example");
        assertThat(invited.at("/person/member").asBoolean()).isTrue();
        assertThat(invited.at("/person/roles/0").asString()).isEqualTo("tenant-admin");
        assertThat(invited.at("/detail").toString()).doesNotContain("tono@contoh.example");
        PLATFORM.as("data-entry", tenant)
                .get()
                .uri("/api/v1/audit")
                .exchange()
                .expectStatus()
                .isForbidden();
        var page = json(admin().get().uri("/api/v1/audit?limit=1").exchange());
        assertThat(page.at("/next").asString())
                .isEqualTo(page.at("/items/0/position").asString());
    }

    @Test
    void a_refusal_names_the_member_or_the_invitation_it_was_about() {
        var invitation = invite("sari@contoh.example", "opd-officer").at("/id").asString();
        var member = json(admin().get().uri("/api/v1/members").exchange()).at("/items/0");
        var officer = PLATFORM.as("data-entry", tenant);

        officer.post()
                .uri("/api/v1/members/%s/end".formatted(member.at("/id").asString()))
                .header("If-Match", "\"1\"")
                .exchange()
                .expectStatus()
                .isForbidden();
        officer.post()
                .uri(INVITATIONS + "/%s/withdrawal".formatted(invitation))
                .exchange()
                .expectStatus()
                .isForbidden();

        assertThat(refused("POST /api/v1/members/{membership}/end").toString())
                .contains(member.at("/name").asString());
        assertThat(refused("POST /api/v1/invitations/{invitation}/withdrawal")
                        .at("/invitation")
                        .asString())
                .isEqualTo("sari@contoh.example");
    }

    /** What the newest refusal of an operation says of its things. */
    private JsonNode refused(String operation) {
        return json(admin().get().uri("/api/v1/audit?kind=REFUSAL&limit=200").exchange())
                .at("/items")
                .valueStream()
                .filter(entry -> entry.at("/subject").asString().equals(operation))
                .findFirst()
                .orElseThrow()
                .at("/detail");
    }

    @Test
    void a_stranger_who_borrows_a_name_is_told_apart_in_the_trail() {
        PLATFORM.at(tenant)
                .post()
                .uri("/api/v1/invitations/unknown/acceptance")
                .header(
                        "Authorization",
                        "Bearer "
                                + PLATFORM.token(
                                        "stranger",
                                        claims -> claims.claim("client_id", "citizen-ui")
                                                .claim("name", "Akun tenant-admin." + tenant)))
                .exchange()
                .expectStatus()
                .isNotFound();

        var refusal = json(admin().get()
                        .uri("/api/v1/audit?kind=REFUSAL&word=stranger@contoh")
                        .exchange())
                .at("/items/0");

        assertThat(refusal.at("/actor").asString()).isEqualTo("Akun tenant-admin." + tenant);
        assertThat(refusal.at("/person/email").asString()).isEqualTo("stranger@contoh.example");
        assertThat(refusal.at("/person/member").asBoolean()).isFalse();
        assertThat(refusal.at("/object/kind").asString()).isEqualTo("operation");
    }

    @Test
    void the_trail_is_searched_by_day_and_person_and_fetched_whole_without_names() {
        var invitation = invite("rina@contoh.example", "opd-officer");
        var entry = awaitEntry(invitation.at("/id").asString()).at("/items/0");
        var person = entry.at("/person/id").asString();
        var today = java.time.LocalDate.now(java.time.ZoneId.of("Asia/Jakarta"));

        assertThat(found("from=" + today + "&to=" + today + "&person=" + person))
                .isPositive();
        assertThat(found("from=" + today.plusDays(1))).isZero();
        assertThat(found("person=" + java.util.UUID.randomUUID())).isZero();
        assertThat(found("word=100%25")).isZero();
        var whole = admin().get()
                .uri("/api/v1/audit/export?person=" + person)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        assertThat(whole)
                .startsWith("position,at,kind,action,person,roles,object,subject,detail\r\n")
                .contains(
                        ",CHANGE,access.invited,%s,tenant-admin,invitation,%s,"
                                .formatted(person, invitation.at("/id").asString()),
                        "\"{\"\"role\"\": \"\"opd-officer\"\"}\"")
                .doesNotContain("rina@contoh.example", "Akun tenant-admin");
    }

    private int found(String query) {
        return json(admin().get().uri("/api/v1/audit?" + query).exchange())
                .at("/items")
                .size();
    }

    @Test
    void an_invitation_is_taken_back_or_sent_again_and_no_member_is_invited_twice() {
        var invitation = invite("ani@contoh.example", "opd-officer");
        var again = INVITATIONS + "/" + invitation.at("/id").asString() + "/letter";
        var withdrawal = INVITATIONS + "/" + invitation.at("/id").asString() + "/withdrawal";

        assertThat(json(admin().post().uri(again).exchange().expectStatus().isOk())
                        .at("/sent")
                        .asInt())
                .isEqualTo(2);
        admin().post().uri(withdrawal).exchange().expectStatus().isNoContent();
        admin().post().uri(withdrawal).exchange().expectStatus().isEqualTo(409);
        admin().post().uri(again).exchange().expectStatus().isEqualTo(409);
        admin().post()
                .uri(INVITATIONS)
                .bodyValue(Map.of("email", "data-entry." + tenant + "@contoh.example", "role", "data-entry"))
                .exchange()
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:problem:member.already");
    }

    private JsonNode awaitEntry(String subject) {
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

    private JsonNode invite(String email, String role) {
        return json(admin().post()
                .uri(INVITATIONS)
                .bodyValue(Map.of("email", email, "role", role, "decree", "SK 12/2026"))
                .exchange()
                .expectStatus()
                .isCreated());
    }

    private String codeOf(JsonNode invitation) {
        var link = invitation.at("/link").asString();
        return link.substring(link.lastIndexOf('/') + 1);
    }

    private WebTestClient.ResponseSpec accept(String who, String code) {
        return person(who).post().uri(INVITATIONS + "/" + code + "/acceptance").exchange();
    }

    private WebTestClient.ResponseSpec end(JsonNode member, String version) {
        return admin().post()
                .uri("/api/v1/members/" + member.at("/id").asString() + "/end")
                .header("If-Match", version)
                .exchange();
    }

    private WebTestClient.ResponseSpec changeRole(String member, String role) {
        return admin().put()
                .uri("/api/v1/members/" + member + "/role")
                .header("If-Match", "\"1\"")
                .bodyValue(Map.of("role", role))
                .exchange();
    }

    private WebTestClient admin() {
        return PLATFORM.as("tenant-admin", tenant);
    }

    private WebTestClient person(String name) {
        return PLATFORM.at(tenant)
                .mutate()
                .defaultHeader("Authorization", "Bearer " + PLATFORM.token(name))
                .build();
    }

    private JsonNode json(WebTestClient.ResponseSpec response) {
        return response.expectBody(JsonNode.class).returnResult().getResponseBody();
    }
}
