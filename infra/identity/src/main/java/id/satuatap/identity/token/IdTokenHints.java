package id.satuatap.identity.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reads the ID token an application shows to sign somebody out: one of ours, expired or not. */
@Component
class IdTokenHints {

    private final SigningKeys keys;

    IdTokenHints(SigningKeys keys) {
        this.keys = keys;
    }

    Optional<JWTClaimsSet> verified(String hint) {
        try {
            var token = SignedJWT.parse(hint);
            var selector = new JWKSelector(JWKMatcher.forJWSHeader(token.getHeader()));
            for (var key : keys.get(selector, null)) {
                if (token.verify(new RSASSAVerifier(key.toRSAKey()))) {
                    return Optional.of(token.getJWTClaimsSet());
                }
            }
            return Optional.empty();
        } catch (ParseException | JOSEException foreign) {
            return Optional.empty();
        }
    }
}
