package id.satuatap.core.sealing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Bytes closed with AES-256-GCM (NIST SP 800-38D): a format byte, a nonce of 12 random bytes, then what is closed with its tag of 16 bytes.
 * It opens only under the same key and for the same place.
 */
final class Box {

    static final int KEY_BYTES = 32;

    private static final byte FORMAT = 1;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Box() {}

    static byte[] newKey() {
        return random(KEY_BYTES);
    }

    static SecretKey aes(byte[] key) {
        return new SecretKeySpec(key, "AES");
    }

    /** @param place where it belongs: authenticated, not kept */
    static byte[] close(SecretKey key, String place, byte[] content) {
        try {
            var nonce = random(NONCE);
            var closed = cipher(Cipher.ENCRYPT_MODE, key, nonce, place).doFinal(content);
            var box = new byte[1 + NONCE + closed.length];
            box[0] = FORMAT;
            System.arraycopy(nonce, 0, box, 1, NONCE);
            System.arraycopy(closed, 0, box, 1 + NONCE, closed.length);
            return box;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Fails with a {@link DoesNotOpen} under another key, for another place, or when a bit was changed. */
    static byte[] open(SecretKey key, String place, byte[] box) {
        if (box.length <= 1 + NONCE || box[0] != FORMAT) {
            throw new DoesNotOpen(place, null);
        }
        try {
            return cipher(Cipher.DECRYPT_MODE, key, Arrays.copyOfRange(box, 1, 1 + NONCE), place)
                    .doFinal(box, 1 + NONCE, box.length - 1 - NONCE);
        } catch (GeneralSecurityException refused) {
            throw new DoesNotOpen(place, refused);
        }
    }

    /** A key for one purpose, made from another (HKDF, RFC 5869). */
    static SecretKey derived(byte[] key, String purpose) {
        try {
            return KDF.getInstance("HKDF-SHA256")
                    .deriveKey(
                            "HmacSHA256",
                            HKDFParameterSpec.ofExtract()
                                    .addIKM(key)
                                    .thenExpand(purpose.getBytes(StandardCharsets.UTF_8), KEY_BYTES));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static byte[] fingerprint(SecretKey key, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Cipher cipher(int mode, SecretKey key, byte[] nonce, String place) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private static byte[] random(int length) {
        var bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
