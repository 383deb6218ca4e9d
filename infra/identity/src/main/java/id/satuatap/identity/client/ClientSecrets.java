package id.satuatap.identity.client;

import id.satuatap.identity.crypto.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Client secrets at rest, as plain SHA-256. A slow, salted hash protects what people choose, because that can be
 * guessed. These secrets are 256 random bits: nobody guesses them at any speed, and a slow hash would only make every
 * token request of a machine cost 60 ms. What is too short to be random is refused where it enters.
 */
@Component
public class ClientSecrets implements PasswordEncoder {

    private static final String PREFIX = "{sha256}";
    private static final int SHORTEST = 22; // 128 bits in base64url

    /** Refuses a secret that a person might have chosen. */
    public String encodeStrong(String clientId, String secret) {
        if (secret.length() < SHORTEST) {
            throw new IllegalArgumentException(
                    "The secret of client %s is too short: at least %d random characters are needed."
                            .formatted(clientId, SHORTEST));
        }
        return encode(secret);
    }

    @Override
    public String encode(@Nullable CharSequence secret) {
        return PREFIX + HexFormat.of().formatHex(Sha256.of(String.valueOf(secret)));
    }

    @Override
    public boolean matches(@Nullable CharSequence secret, @Nullable String encoded) {
        if (secret == null || encoded == null) {
            return false;
        }
        return MessageDigest.isEqual(
                encode(secret).getBytes(StandardCharsets.UTF_8), encoded.getBytes(StandardCharsets.UTF_8));
    }
}
