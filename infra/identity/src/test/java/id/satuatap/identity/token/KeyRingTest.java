package id.satuatap.identity.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import id.satuatap.identity.token.KeyRing.Dated;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeyRingTest {

    private static final Instant NOW = Instant.parse("2026-11-21T00:00:00Z");
    private static final Duration MONTH = Duration.ofDays(30);
    private static final RSAKey OLD = key("old");
    private static final RSAKey NEW = key("new");

    @Test
    void an_empty_ring_needs_a_key() {
        assertThat(new KeyRing(List.of()).needsSuccessor(MONTH, NOW)).isTrue();
    }

    @Test
    void a_key_is_published_before_it_signs() {
        var ring = ring(NOW.minus(MONTH), NOW.plus(KeyRing.LEAD));

        assertThat(ring.published().getKeys()).hasSize(2);
        assertThat(ring.signing(NOW)).isEqualTo(OLD);
        assertThat(ring.signing(NOW.plus(KeyRing.LEAD))).isEqualTo(NEW);
    }

    @Test
    void a_key_is_published_until_nothing_it_signed_is_valid() {
        var ring = ring(NOW.minus(MONTH), NOW);

        assertThat(ring.spent(NOW.plus(KeyRing.TRAIL))).isEmpty();
        assertThat(ring.spent(NOW.plus(KeyRing.TRAIL).plusSeconds(1))).containsExactly("old");
    }

    @Test
    void a_successor_is_made_in_time_and_only_once() {
        var alone = new KeyRing(List.of(new Dated(OLD, NOW)));

        assertThat(alone.needsSuccessor(
                        MONTH, NOW.plus(MONTH).minus(KeyRing.LEAD).minusSeconds(1)))
                .isFalse();
        assertThat(alone.needsSuccessor(MONTH, NOW.plus(MONTH).minus(KeyRing.LEAD)))
                .isTrue();
        assertThat(ring(NOW, NOW.plus(MONTH)).needsSuccessor(MONTH, NOW.plus(MONTH)))
                .isFalse();
    }

    private static KeyRing ring(Instant old, Instant next) {
        return new KeyRing(List.of(new Dated(OLD, old), new Dated(NEW, next)));
    }

    private static RSAKey key(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (com.nimbusds.jose.JOSEException fault) {
            throw new IllegalStateException(fault);
        }
    }
}
