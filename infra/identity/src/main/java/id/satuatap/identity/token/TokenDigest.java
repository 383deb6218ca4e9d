package id.satuatap.identity.token;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What is kept of a code or token. They are random and long, so a plain digest is enough. */
final class TokenDigest {

    private static final String PREFIX = "{sha256}";

    private TokenDigest() {}

    static String of(String token) {
        return PREFIX + HexFormat.of().formatHex(sha256(token));
    }

    /** What was read from the table is a digest already. */
    static String once(String token) {
        return token.startsWith(PREFIX) ? token : of(token);
    }

    static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("SHA-256 belongs to every JDK.", impossible);
        }
    }
}
