package id.satuatap.core.access;

import static id.satuatap.core.setup.TestPlatform.BANGKALAN;
import static id.satuatap.core.setup.TestPlatform.BENGKULU;
import static id.satuatap.core.setup.TestPlatform.LEBONG;
import static id.satuatap.core.setup.TestPlatform.REJANG_LEBONG;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import id.satuatap.core.setup.TestPlatform;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.reactive.server.WebTestClient;

class AccessIT {

    private static final TestPlatform PLATFORM = TestPlatform.get();
    private static final String ME = "/api/v1/me";
    private static final String ASSESSMENTS = "/api/v1/spbe/assessments";

    /** The header of {"alg":"RSA-OAEP-256","enc":"A256GCM"}, and four parts more. */
    private static final String ENCRYPTED = "eyJhbGciOiJSU0EtT0FFUC0yNTYiLCJlbmMiOiJBMjU2R0NNIn0.a2V5.aXY.dGV4dA.dGFn";

    @Test
    void membership_decides_which_roles_a_person_has_where() {
        PLATFORM.as("coordinator", REJANG_LEBONG)
                .get()
                .uri(ME)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.tenant.slug")
                .isEqualTo(REJANG_LEBONG)
                .jsonPath("$.roles[0]")
                .isEqualTo("coordinator")
                .jsonPath("$.permissions")
                .value(
                        List.class,
                        permissions -> org.assertj.core.api.Assertions.assertThat(permissions)
                                .contains("assessment:share")
                                .doesNotContain("assessment:answer"));
    }

    @Test
    void a_person_without_membership_is_a_citizen_there_and_no_more() {
        var visitor = PLATFORM.as("coordinator", REJANG_LEBONG, BANGKALAN);

        visitor.get()
                .uri(ME)
                .exchange()
                .expectBody()
                .jsonPath("$.roles[0]")
                .isEqualTo("citizen")
                .jsonPath("$.permissions.length()")
                .isEqualTo(0);
        visitor.get().uri(ASSESSMENTS).exchange().expectStatus().isForbidden();
    }

    @Test
    void a_machine_is_nobody_outside_of_its_tenant() {
        PLATFORM.machine(LEBONG, "coordinator", LEBONG)
                .get()
                .uri(ASSESSMENTS)
                .exchange()
                .expectStatus()
                .isOk();

        var elsewhere = PLATFORM.machine(LEBONG, "coordinator", BANGKALAN);
        elsewhere.get().uri(ASSESSMENTS).exchange().expectStatus().isForbidden();
        elsewhere.get().uri(ME).exchange().expectStatus().isForbidden();
        elsewhere
                .get()
                .uri("/api/v1/spbe/instruments")
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/api/v1/tenants/..%2fx", "/api/v1/tenants/a;b", "/api/v1/tenants/%25", "/api/v1/tenants/%0d%0a"
            })
    void a_path_that_could_be_read_in_two_ways_is_refused_as_every_other_request(String path) {
        PLATFORM.at(LEBONG)
                .get()
                .uri(base -> java.net.URI.create(base.build() + path))
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:problem:http.400");
    }

    @Test
    void a_blank_id_in_a_path_is_bad_input() {
        PLATFORM.as("coordinator", LEBONG)
                .get()
                .uri(base -> java.net.URI.create(base.build() + ASSESSMENTS + "/%20"))
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.faults[0].field")
                .isEqualTo("assessment");
    }

    @ParameterizedTest
    @MethodSource("unacceptable")
    void a_token_that_is_not_meant_for_us_is_refused(String why, Consumer<JWTClaimsSet.Builder> change) {
        PLATFORM.at(LEBONG)
                .get()
                .uri(ME)
                .header("Authorization", "Bearer " + PLATFORM.token("coordinator.lebong", change))
                .exchange()
                .expectStatus()
                .isUnauthorized()
                .expectHeader()
                .valueEquals("WWW-Authenticate", "Bearer")
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:problem:access.token");
    }

    static Stream<Arguments> unacceptable() {
        Consumer<JWTClaimsSet.Builder> expired = claims -> claims.claim("client_id", "x")
                .expirationTime(Date.from(Instant.now().minusSeconds(120)));
        Consumer<JWTClaimsSet.Builder> justOver = claims -> claims.claim("client_id", "x")
                .expirationTime(Date.from(Instant.now().minusSeconds(1)));
        Consumer<JWTClaimsSet.Builder> tooEarly = claims -> claims.claim("client_id", "x")
                .notBeforeTime(Date.from(Instant.now().plusSeconds(120)));
        Consumer<JWTClaimsSet.Builder> fromTheFuture = claims -> claims.claim("client_id", "x")
                .issueTime(Date.from(Instant.now().plusSeconds(120)))
                .expirationTime(Date.from(Instant.now().plusSeconds(180)));
        Consumer<JWTClaimsSet.Builder> endless =
                claims -> claims.claim("client_id", "x").expirationTime(null);
        Consumer<JWTClaimsSet.Builder> otherAudience =
                claims -> claims.claim("client_id", "x").audience("another-service");
        Consumer<JWTClaimsSet.Builder> otherIssuer =
                claims -> claims.claim("client_id", "x").issuer("http://evil.localhost");
        Consumer<JWTClaimsSet.Builder> idToken = claims -> {};
        Consumer<JWTClaimsSet.Builder> oddSubject =
                claims -> claims.claim("client_id", "x").subject("x\u0000");
        return Stream.of(
                Arguments.of("expired", expired),
                Arguments.of("expired a moment ago", justOver),
                Arguments.of("not yet valid", tooEarly),
                Arguments.of("issued in the future", fromTheFuture),
                Arguments.of("without an end", endless),
                Arguments.of("of another audience", otherAudience),
                Arguments.of("of another issuer", otherIssuer),
                Arguments.of("an ID token, which names no client", idToken),
                Arguments.of("of a subject that no account has", oddSubject));
    }

    @Test
    void tokens_with_made_up_keys_do_not_make_us_ask_identity_each_time() {
        var before = PLATFORM.keysFetched();

        for (var i = 0; i < 20; i++) {
            PLATFORM.at(LEBONG)
                    .get()
                    .uri(ME)
                    .header("Authorization", "Bearer " + PLATFORM.tokenOfKey("unknown-" + i))
                    .exchange()
                    .expectStatus()
                    .isUnauthorized();
        }

        assertThat(PLATFORM.keysFetched() - before).isLessThanOrEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"not-a-token", "a.b.c", "eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0."})
    void what_is_no_token_is_refused(String token) {
        PLATFORM.at(LEBONG)
                .get()
                .uri(ME)
                .header("Authorization", "Bearer " + token)
                .exchange()
                .expectStatus()
                .isUnauthorized();
    }

    /** Five parts: identity has nothing to do with it, so it is not away either. */
    @ParameterizedTest
    @ValueSource(strings = {ME, "/api/v1/spbe/instruments"})
    void an_encrypted_token_is_refused_at_private_and_public_operations_alike(String path) {
        var before = PLATFORM.keysFetched();

        PLATFORM.at(LEBONG)
                .get()
                .uri(path)
                .header("Authorization", "Bearer " + ENCRYPTED)
                .exchange()
                .expectStatus()
                .isUnauthorized()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:problem:access.token");
        assertThat(PLATFORM.keysFetched()).isEqualTo(before);
    }

    @Test
    void without_a_token_only_public_operations_answer() {
        PLATFORM.at(LEBONG).get().uri(ASSESSMENTS).exchange().expectStatus().isUnauthorized();
        PLATFORM.at(LEBONG)
                .get()
                .uri("/api/v1/spbe/instruments")
                .exchange()
                .expectStatus()
                .isOk();
        PLATFORM.bare()
                .get()
                .uri("/api/v1/spbe/instruments")
                .exchange()
                .expectStatus()
                .isOk();
        PLATFORM.bare()
                .get()
                .uri("/api/v1/tenants/rembang/offices")
                .exchange()
                .expectStatus()
                .isOk();
    }

    @ParameterizedTest
    @ValueSource(strings = {"lebong,bangkalan", "LEBONG", "lebong ;drop", "1", ""})
    void a_tenant_header_that_is_not_one_slug_is_refused(String header) {
        PLATFORM.bare()
                .get()
                .uri(ME)
                .header("X-Satu-Tenant", header)
                .exchange()
                .expectStatus()
                .isBadRequest();
    }

    @Test
    void two_tenant_headers_are_refused_and_an_unknown_tenant_is_not_found() {
        PLATFORM.bare()
                .get()
                .uri(ME)
                .header("X-Satu-Tenant", LEBONG, BANGKALAN)
                .exchange()
                .expectStatus()
                .isBadRequest();
        PLATFORM.at("nowhere").get().uri(ME).exchange().expectStatus().isNotFound();
    }

    @Test
    void the_path_may_not_name_another_tenant_than_the_door() {
        PLATFORM.at(LEBONG)
                .get()
                .uri("/api/v1/tenants/bangkalan/offices")
                .exchange()
                .expectStatus()
                .isForbidden()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:problem:tenant.mismatch");
    }

    @Test
    void a_suspended_tenant_answers_nobody_until_it_is_active_again() {
        var tenant = PLATFORM.freshTenant();
        var member = PLATFORM.as("head-of-region", tenant);
        member.get().uri(ASSESSMENTS).exchange().expectStatus().isOk();
        state(tenant, "SUSPENDED").expectStatus().isOk();

        member.get()
                .uri(ASSESSMENTS)
                .exchange()
                .expectStatus()
                .isForbidden()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:problem:tenant.suspended");
        PLATFORM.at(tenant)
                .get()
                .uri("/api/v1/spbe/instruments")
                .exchange()
                .expectStatus()
                .isForbidden();
        PLATFORM.at(tenant)
                .get()
                .uri("/api/v1/tenants/" + tenant)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.state")
                .isEqualTo("SUSPENDED")
                .jsonPath("$.zone")
                .isEqualTo("Asia/Jakarta");

        state(tenant, "ACTIVE").expectStatus().isOk();
        member.get().uri(ASSESSMENTS).exchange().expectStatus().isOk();
    }

    @Test
    void only_the_operator_at_the_bare_host_changes_a_tenants_state() {
        PLATFORM.as("tenant-admin", LEBONG)
                .put()
                .uri("/api/v1/tenants/lebong/state")
                .bodyValue(Map.of("state", "SUSPENDED"))
                .exchange()
                .expectStatus()
                .isForbidden();
        PLATFORM.at(LEBONG)
                .put()
                .uri("/api/v1/tenants/lebong/state")
                .header("Authorization", "Bearer " + PLATFORM.token("platform-operator"))
                .bodyValue(Map.of("state", "SUSPENDED"))
                .exchange()
                .expectStatus()
                .isForbidden();
        state("lebong", "ARCHIVED").expectStatus().isEqualTo(422);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/%61pi/v1/tenants/lebong/state",
                "/ap%69/v1/tenants/lebong/state",
                "/api/%761/tenants/lebong/state",
                "/api/v1/tenants/lebong/%73tate",
                "/api;x=y/v1/tenants/lebong/state"
            })
    void a_path_written_in_another_way_is_decided_all_the_same(String path) {
        var answer = PLATFORM.bare()
                .put()
                .uri(java.net.URI.create("http://127.0.0.1:" + PLATFORM.port() + path))
                .bodyValue(Map.of("state", "SUSPENDED"))
                .exchange()
                .expectBody(String.class)
                .returnResult();

        org.assertj.core.api.Assertions.assertThat(answer.getStatus().value()).isIn(400, 401, 404);
        PLATFORM.bare()
                .get()
                .uri("/api/v1/tenants/lebong")
                .exchange()
                .expectBody()
                .jsonPath("$.state")
                .isEqualTo("ACTIVE");
    }

    @Test
    void asking_for_options_is_refused_plainly() {
        PLATFORM.bare()
                .options()
                .uri("/api/v1/tenants")
                .exchange()
                .expectStatus()
                .isEqualTo(405);
        PLATFORM.bare()
                .options()
                .uri("/api/v1/tenants")
                .header("Origin", "http://evil.example")
                .header("Access-Control-Request-Method", "PUT")
                .exchange()
                .expectStatus()
                .is4xxClientError()
                .expectHeader()
                .doesNotExist("Access-Control-Allow-Origin");
    }

    @Test
    void while_identity_is_away_a_token_can_not_be_checked_and_that_is_said() throws Exception {
        try (var application = TestPlatform.application(PLATFORM.database(), "http://127.0.0.1:1", Map.of())) {
            var port = application.getEnvironment().getProperty("local.server.port");
            WebTestClient.bindToServer()
                    .baseUrl("http://127.0.0.1:" + port)
                    .responseTimeout(java.time.Duration.ofSeconds(30))
                    .build()
                    .get()
                    .uri(ME)
                    .header("Authorization", "Bearer " + PLATFORM.token("coordinator.lebong"))
                    .exchange()
                    .expectStatus()
                    .isEqualTo(503)
                    .expectHeader()
                    .exists("Retry-After");
        }
    }

    @Test
    void only_a_province_has_a_control_room() {
        PLATFORM.as("province-overseer", BENGKULU)
                .get()
                .uri("/api/v1/spbe/control-room?year=2024")
                .exchange()
                .expectStatus()
                .isOk();
        PLATFORM.as("coordinator", LEBONG)
                .get()
                .uri("/api/v1/spbe/control-room?year=2024")
                .exchange()
                .expectStatus()
                .isForbidden();
        PLATFORM.as("province-overseer", BENGKULU, LEBONG)
                .get()
                .uri("/api/v1/spbe/control-room?year=2024")
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    @Test
    void what_is_at_no_address_is_not_found_in_words() {
        PLATFORM.bare()
                .get()
                .uri("/api/v1/nothing")
                .header("Accept-Language", "en-GB,en;q=0.8")
                .exchange()
                .expectStatus()
                .isNotFound()
                .expectHeader()
                .contentType("application/problem+json")
                .expectBody()
                .jsonPath("$.detail")
                .isEqualTo("There is nothing at this address.");
        PLATFORM.bare()
                .delete()
                .uri("/api/v1/spbe/instruments")
                .exchange()
                .expectStatus()
                .isEqualTo(405);
    }

    private static WebTestClient.ResponseSpec state(String slug, String state) {
        return PLATFORM.operator()
                .put()
                .uri("/api/v1/tenants/" + slug + "/state")
                .bodyValue(Map.of("state", state))
                .exchange();
    }
}
