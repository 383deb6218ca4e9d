package id.satuatap.identity.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import id.satuatap.identity.CodeFlow;
import id.satuatap.identity.RunningIdentity;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SigningKeysIT {

    @Test
    void a_token_verifies_after_a_restart_and_the_private_key_is_not_readable_in_the_database() throws Exception {
        try (var identity = RunningIdentity.with(Map.of())) {
            var before = token(identity);
            var keysBefore = keys(identity);

            identity.restart();

            var keysAfter = keys(identity);
            assertThat(keysAfter.toString()).isEqualTo(keysBefore.toString());
            assertThat(keysAfter.getKeys()).noneMatch(key -> key.isPrivate());
            var key = keysAfter.getKeyByKeyId(before.getHeader().getKeyID()).toRSAKey();
            assertThat(before.verify(new RSASSAVerifier(key))).isTrue();
            var stored = identity.sql()
                    .sql("select private_key from signing_key")
                    .query(byte[].class)
                    .single();
            assertThat(new String(stored, StandardCharsets.ISO_8859_1)).doesNotContain("RSA", key.getKeyID());
        }
    }

    @Test
    void an_old_key_gets_a_successor_that_is_published_before_it_signs() throws Exception {
        try (var identity = RunningIdentity.with(Map.of())) {
            identity.sql()
                    .sql("update signing_key set signs_from = now() - interval '31 days'")
                    .update();

            identity.restart();

            var published = keys(identity);
            assertThat(published.getKeys()).hasSize(2);
            assertThat(token(identity).getHeader().getKeyID())
                    .isEqualTo(published.getKeys().getFirst().getKeyID());

            identity.sql()
                    .sql("update signing_key set signs_from = signs_from - interval '3 hours'")
                    .update();
            identity.restart();

            assertThat(keys(identity).getKeys()).hasSize(1);
            assertThat(token(identity).getHeader().getKeyID())
                    .isEqualTo(published.getKeys().getLast().getKeyID());
        }
    }

    @Test
    void another_key_secret_is_refused_with_a_sentence() {
        try (var identity = RunningIdentity.with(Map.of())) {
            assertThatThrownBy(() -> identity.restartWith("satuatap.key-secret", "x".repeat(40)))
                    .hasStackTraceContaining("sealed with another SATUATAP_IDENTITY_KEY_SECRET");
            assertThatThrownBy(() -> identity.restartWith("satuatap.key-secret", "short"))
                    .hasStackTraceContaining("SATUATAP_IDENTITY_KEY_SECRET must be set");
        }
    }

    private static SignedJWT token(RunningIdentity identity) throws Exception {
        var response = identity.browser()
                .postAs(
                        "rembang-coordinator",
                        RunningIdentity.MACHINE_SECRET,
                        "/oauth2/token",
                        Map.of("grant_type", "client_credentials"));
        return SignedJWT.parse(
                CodeFlow.json(response.body()).get("access_token").asString());
    }

    private static JWKSet keys(RunningIdentity identity) throws Exception {
        return JWKSet.parse(identity.browser().get("/oauth2/jwks").body());
    }
}
