package id.satuatap.identity.account;

import id.satuatap.identity.crypto.Sha256;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;

/**
 * The secret part of a link in a mail: 256 random bits. Only its digest is stored; because it is random and long, a
 * plain one is enough.
 */
record OneTimeCode(String value) {

    private static final SecureRandom RANDOM = new SecureRandom();

    /** What a code is good for, and how long. */
    enum Purpose {
        REGISTRATION(Duration.ofHours(24)),
        PASSWORD(Duration.ofMinutes(30));

        private final Duration life;

        Purpose(Duration life) {
            this.life = life;
        }

        Duration life() {
            return life;
        }
    }

    static OneTimeCode random() {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return new OneTimeCode(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    byte[] digest() {
        return Sha256.of(value);
    }
}
