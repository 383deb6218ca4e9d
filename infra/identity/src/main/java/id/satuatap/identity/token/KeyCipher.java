package id.satuatap.identity.token;

import id.satuatap.identity.crypto.KeySecret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import org.springframework.stereotype.Component;

/** Seals private keys for the database: AES-256-GCM, bound to the key's id, so that rows cannot be exchanged. */
@Component
class KeyCipher {

    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final KeySecret secret;
    private final SecureRandom random = new SecureRandom();

    KeyCipher(KeySecret secret) {
        this.secret = secret;
    }

    Sealed seal(String kid, byte[] plain) {
        var salt = random(32);
        var nonce = random(NONCE);
        var sealed = run(Cipher.ENCRYPT_MODE, kid, salt, nonce, plain);
        var bytes = Arrays.copyOf(nonce, NONCE + sealed.length);
        System.arraycopy(sealed, 0, bytes, NONCE, sealed.length);
        return new Sealed(bytes, salt);
    }

    byte[] open(String kid, Sealed sealed) {
        var nonce = Arrays.copyOf(sealed.bytes(), NONCE);
        return run(
                Cipher.DECRYPT_MODE,
                kid,
                sealed.salt(),
                nonce,
                Arrays.copyOfRange(sealed.bytes(), NONCE, sealed.bytes().length));
    }

    private byte[] run(int mode, String kid, byte[] salt, byte[] nonce, byte[] input) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, secret.derive("AES", "signing key", salt), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(kid.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (AEADBadTagException otherSecret) {
            throw new IllegalStateException(
                    "The signing keys in the database were sealed with another SATUATAP_IDENTITY_KEY_SECRET.",
                    otherSecret);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("AES-256-GCM belongs to every JDK.", impossible);
        }
    }

    private byte[] random(int size) {
        var bytes = new byte[size];
        random.nextBytes(bytes);
        return bytes;
    }

    /** A sealed private key: nonce and ciphertext, and the salt its key was derived with. */
    @SuppressWarnings("ArrayRecordComponent") // never compared, only carried to the database and back
    record Sealed(byte[] bytes, byte[] salt) {}
}
