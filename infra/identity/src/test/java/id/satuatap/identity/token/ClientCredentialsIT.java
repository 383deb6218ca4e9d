package id.satuatap.identity.token;

import static org.assertj.core.api.Assertions.assertThat;

import id.satuatap.identity.CodeFlow;
import id.satuatap.identity.RunningIdentity;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientCredentialsIT {

    private static final Map<String, String> GRANT = Map.of("grant_type", "client_credentials");

    private final RunningIdentity identity = RunningIdentity.shared();

    @Test
    void a_machine_gets_a_token_that_says_only_who_it_is() {
        var response = identity.browser()
                .postAs("rembang-coordinator", RunningIdentity.MACHINE_SECRET, "/oauth2/token", GRANT);

        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        var answer = CodeFlow.json(response.body());
        assertThat(answer.get("expires_in").asInt()).isBetween(58, 60);
        var claims = CodeFlow.claims(answer.get("access_token").asString());
        assertThat(claims.getClaims().keySet())
                .containsExactlyInAnyOrder("iss", "sub", "aud", "iat", "nbf", "exp", "jti", "client_id");
        assertThat(claims.getIssuer()).isEqualTo(RunningIdentity.ISSUER);
        assertThat(claims.getAudience()).containsExactly("platform-core");
        assertThat(claims.getSubject()).isEqualTo("rembang-coordinator");
        assertThat(claims.getClaim("client_id")).isEqualTo("rembang-coordinator");
        assertThat(claims.getExpirationTime().getTime() - claims.getIssueTime().getTime())
                .isEqualTo(60_000);
    }

    @Test
    void a_wrong_secret_and_an_unknown_client_are_refused_alike() {
        var wrong = identity.browser().postAs("rembang-coordinator", "guess", "/oauth2/token", GRANT);
        var unknown = identity.browser().postAs("nobody", "guess", "/oauth2/token", GRANT);

        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(CodeFlow.json(wrong.body()).get("error").asString()).isEqualTo("invalid_client");
        assertThat(unknown.statusCode()).isEqualTo(wrong.statusCode());
        assertThat(unknown.body()).isEqualTo(wrong.body());
    }

    @Test
    void a_client_that_says_nothing_about_itself_hears_what_is_wrong() {
        var nobody = identity.browser().header("Accept", "application/json").post("/oauth2/token", GRANT);

        assertThat(nobody.statusCode()).isEqualTo(401);
        assertThat(CodeFlow.json(nobody.body()).get("error").asString()).isEqualTo("invalid_client");
        assertThat(nobody.headers().firstValue("WWW-Authenticate").orElse("")).startsWith("Basic");
    }

    @Test
    void the_keys_are_utf_8() {
        var keys = identity.browser().get("/oauth2/jwks");

        assertThat(keys.headers().firstValue("Content-Type").orElse(""))
                .isEqualToIgnoringCase("application/json;charset=UTF-8");
    }

    @Test
    void a_machine_signs_nobody_in_and_an_application_is_no_machine() {
        var machine = identity.browser()
                .get(new CodeFlow().with("client_id", "rembang-coordinator").authorize());
        var application =
                identity.browser().postAs("tenant-admin", RunningIdentity.ADMIN_SECRET, "/oauth2/token", GRANT);

        assertThat(machine.statusCode()).isEqualTo(400);
        assertThat(application.statusCode()).isEqualTo(400);
        assertThat(CodeFlow.json(application.body()).get("error").asString()).isEqualTo("unauthorized_client");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/oauth2/introspect", "/oauth2/revoke"})
    void nobody_may_ask_about_the_token_of_another_or_end_it(String address) {
        var response = identity.browser()
                .postAs("rembang-coordinator", RunningIdentity.MACHINE_SECRET, address, Map.of("token", "anything"));

        assertThat(response.statusCode()).isEqualTo(403);
    }

    @Test
    void the_metadata_name_the_public_addresses_and_what_is_really_offered() {
        var metadata = CodeFlow.json(
                identity.browser().get("/.well-known/openid-configuration").body());

        assertThat(metadata.get("issuer").asString()).isEqualTo(RunningIdentity.ISSUER);
        assertThat(metadata.get("jwks_uri").asString()).isEqualTo(RunningIdentity.ISSUER + "/oauth2/jwks");
        assertThat(metadata.get("end_session_endpoint").asString())
                .isEqualTo(RunningIdentity.ISSUER + "/connect/logout");
        assertThat(metadata.get("code_challenge_methods_supported").toString()).isEqualTo("[\"S256\"]");
        assertThat(metadata.has("introspection_endpoint")).isFalse();
        assertThat(metadata.has("revocation_endpoint")).isFalse();
        assertThat(metadata.has("registration_endpoint")).isFalse();
    }
}
