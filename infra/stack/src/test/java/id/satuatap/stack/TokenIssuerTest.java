package id.satuatap.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TokenIssuerTest {

    private static final String ISSUER = "http://id.localhost:8080";

    @Test
    void a_token_is_signed_by_the_key_that_is_published_beside_those_of_identity() throws Exception {
        try (var issuer = TokenIssuer.start(ISSUER, () -> "{\"keys\": [{\"kid\": \"of-identity\"}]}")) {
            var token = issuer.token("somebody", Map.of("exp", 1));

            var keys = published(issuer);
            assertThat(keys.get(0).get("kid").asString()).isEqualTo("of-identity");
            assertThat(isSignedBy(keys.get(1), token)).isTrue();
            var claims = JsonMapper.shared().readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
            assertThat(claims.get("iss").asString()).isEqualTo(ISSUER);
            assertThat(claims.get("exp").asInt()).isEqualTo(1);
        }
    }

    private static JsonNode published(TokenIssuer issuer) throws IOException {
        try (var answer = URI.create(issuer.url() + "/oauth2/jwks").toURL().openStream()) {
            return JsonMapper.shared().readTree(answer).get("keys");
        }
    }

    private static boolean isSignedBy(JsonNode key, String token) throws GeneralSecurityException {
        var dot = token.lastIndexOf('.');
        var signature = Signature.getInstance("SHA256withRSA");
        signature.initVerify(
                KeyFactory.getInstance("RSA").generatePublic(new RSAPublicKeySpec(number(key, "n"), number(key, "e"))));
        signature.update(token.substring(0, dot).getBytes(StandardCharsets.US_ASCII));
        return signature.verify(Base64.getUrlDecoder().decode(token.substring(dot + 1)));
    }

    private static BigInteger number(JsonNode key, String name) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(key.get(name).asString()));
    }
}
