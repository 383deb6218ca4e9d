package id.satuatap.identity.token;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The signing keys at one moment, oldest first. A key is published before it signs, so that every verifier knows it in
 * time, and stays published after its successor took over, until nothing it signed is still valid.
 */
record KeyRing(List<Dated> keys) {

    /** How long before its first signature a key is published: longer than any verifier caches the key set. */
    static final Duration LEAD = Duration.ofMinutes(15);

    /** How long a key is published after its successor took over: longer than any token lives. */
    static final Duration TRAIL = Duration.ofHours(2);

    KeyRing {
        keys = List.copyOf(keys);
    }

    RSAKey signing(Instant now) {
        return keys.reversed().stream()
                .filter(key -> !key.signsFrom().isAfter(now))
                .findFirst()
                .map(Dated::key)
                .orElseThrow(() -> new IllegalStateException("No signing key is in force yet."));
    }

    JWKSet published() {
        return new JWKSet(List.copyOf(keys.stream().map(Dated::key).toList()));
    }

    /** When the next key is to sign, if one is due. */
    boolean needsSuccessor(Duration rotation, Instant now) {
        return keys.isEmpty() || !keys.getLast().signsFrom().plus(rotation).isAfter(now.plus(LEAD));
    }

    /** Keys whose successor has signed for longer than any token lives. */
    List<String> spent(Instant now) {
        var spent = new ArrayList<String>();
        for (int next = 1; next < keys.size(); next++) {
            if (keys.get(next).signsFrom().plus(TRAIL).isBefore(now)) {
                spent.add(keys.get(next - 1).key().getKeyID());
            }
        }
        return spent;
    }

    record Dated(RSAKey key, Instant signsFrom) {}
}
