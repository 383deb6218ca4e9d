package id.satuatap.identity.crypto;

import id.satuatap.identity.IdentityProperties;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import org.springframework.stereotype.Component;

/**
 * The one secret of this installation. It is never used itself: each purpose gets a key of its own by HKDF, so that
 * what leaks in one place says nothing about another.
 */
@Component
public class KeySecret {

    private static final int SHORTEST = 32;

    private final byte[] secret;

    KeySecret(IdentityProperties properties) {
        if (properties.keySecret().length() < SHORTEST) {
            throw new IllegalStateException(
                    "SATUATAP_IDENTITY_KEY_SECRET must be set to at least %d random characters.".formatted(SHORTEST));
        }
        secret = properties.keySecret().getBytes(StandardCharsets.UTF_8);
    }

    /** A 256-bit key for {@code algorithm} and nothing but {@code purpose}. */
    public SecretKey derive(String algorithm, String purpose, byte[] salt) {
        try {
            var parameters = HKDFParameterSpec.ofExtract()
                    .addIKM(secret)
                    .addSalt(salt)
                    .thenExpand(("satu-atap identity " + purpose).getBytes(StandardCharsets.UTF_8), 32);
            return KDF.getInstance("HKDF-SHA256").deriveKey(algorithm, parameters);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("HKDF-SHA256 belongs to every JDK 25.", impossible);
        }
    }
}
