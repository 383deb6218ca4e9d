package id.satuatap.identity.token;

import id.satuatap.identity.crypto.Sha256;
import java.util.HexFormat;

/** What is kept of a code or token. They are random and long, so a plain digest is enough. */
final class TokenDigest {

    private static final String PREFIX = "{sha256}";

    private TokenDigest() {}

    static String of(String token) {
        return PREFIX + HexFormat.of().formatHex(Sha256.of(token));
    }

    /** What was read from the table is a digest already. */
    static String once(String token) {
        return token.startsWith(PREFIX) ? token : of(token);
    }
}
