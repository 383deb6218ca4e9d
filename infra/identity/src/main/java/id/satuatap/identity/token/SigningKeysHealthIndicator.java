package id.satuatap.identity.token;

import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Up when there is a key to sign with. */
@Component
class SigningKeysHealthIndicator implements HealthIndicator {

    private final SigningKeys keys;

    SigningKeysHealthIndicator(SigningKeys keys) {
        this.keys = keys;
    }

    @Override
    public Health health() {
        var any = new JWKSelector(new JWKMatcher.Builder().build());
        return keys.get(any, null).isEmpty()
                ? Health.down().build()
                : Health.up().build();
    }
}
