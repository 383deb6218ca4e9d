package id.satuatap.core.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.satuatap.core.database.TenantId;
import id.satuatap.core.sealing.TenantKey.Purpose;
import id.satuatap.core.setup.TestPlatform;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RingTest {

    private static final String NIP = "access.official.nip";
    private static final String NUMBER = "199001012015032001";
    private static final TenantId LEBONG = new TenantId(UUID.randomUUID());

    private final PlatformKeys platform =
            PlatformKeys.of(new SealingProperties("a:" + TestPlatform.newKey(), List.of()));

    @Test
    void what_is_sealed_opens_and_does_not_show() {
        var ring = ring(LEBONG, keys(LEBONG));

        var sealed = ring.seal(NIP, NUMBER);

        assertThat(ring.open(NIP, sealed)).isEqualTo(NUMBER);
        assertThat(new String(sealed.bytes(), StandardCharsets.ISO_8859_1)).doesNotContain(NUMBER.substring(0, 8));
        assertThat(ring.seal(NIP, NUMBER).bytes()).isNotEqualTo(sealed.bytes());
    }

    @Test
    void it_opens_in_no_other_column_and_not_when_a_bit_was_changed() {
        var ring = ring(LEBONG, keys(LEBONG));
        var sealed = ring.seal(NIP, NUMBER);

        assertThatThrownBy(() -> ring.open("access.official.phone", sealed)).isInstanceOf(DoesNotOpen.class);
        for (int at = 0; at < sealed.bytes().length; at++) {
            var changed = sealed.bytes().clone();
            changed[at] ^= 1;
            assertThatThrownBy(() -> ring.open(NIP, new Sealed(changed, sealed.key())))
                    .isInstanceOf(DoesNotOpen.class);
        }
        assertThatThrownBy(() -> ring.open(NIP, new Sealed(new byte[0], sealed.key())))
                .isInstanceOf(DoesNotOpen.class);
    }

    @Test
    void neither_value_nor_key_of_one_tenant_opens_in_another() {
        var keys = keys(LEBONG);
        var sealed = ring(LEBONG, keys).seal(NIP, NUMBER);
        var bangkalan = new TenantId(UUID.randomUUID());

        assertThatThrownBy(() -> ring(bangkalan, keys(bangkalan)).open(NIP, sealed))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("has no key");
        assertThatThrownBy(() -> ring(bangkalan, keys)).isInstanceOf(DoesNotOpen.class);
    }

    @Test
    void a_value_under_an_older_key_opens_and_new_ones_are_under_the_newest() {
        var keys = keys(LEBONG);
        var before = ring(LEBONG, keys).seal(NIP, NUMBER);
        keys.add(key(LEBONG, Purpose.SEAL));

        var ring = ring(LEBONG, keys);

        assertThat(ring.open(NIP, before)).isEqualTo(NUMBER);
        assertThat(ring.older()).containsExactly(before.key());
        assertThat(ring.seal(NIP, NUMBER).key()).isEqualTo(keys.getLast().id());
    }

    @Test
    void a_fingerprint_is_the_same_for_the_same_text_in_its_column_and_tenant_only_whichever_key_seals() {
        var keys = keys(LEBONG);
        var ring = ring(LEBONG, keys);
        var found = ring.fingerprint(NIP, NUMBER);
        keys.add(key(LEBONG, Purpose.SEAL));

        assertThat(ring(LEBONG, keys).fingerprint(NIP, NUMBER)).isEqualTo(found).hasSize(32);
        assertThat(ring.fingerprint(NIP, "199001012015032002")).isNotEqualTo(found);
        assertThat(ring.fingerprint("access.official.nik", NUMBER)).isNotEqualTo(found);
        assertThat(ring(LEBONG, keys(LEBONG)).fingerprint(NIP, NUMBER)).isNotEqualTo(found);
    }

    @Test
    void keys_of_tenants_open_with_the_key_that_wrapped_them_and_no_other() {
        var keys = keys(LEBONG);
        var sealed = ring(LEBONG, keys).seal(NIP, NUMBER);
        var otherOfThatName = PlatformKeys.of(new SealingProperties("a:" + TestPlatform.newKey(), List.of()));
        var another = PlatformKeys.of(new SealingProperties("b:" + TestPlatform.newKey(), List.of()));

        assertThatThrownBy(() -> Ring.of(LEBONG, keys, otherOfThatName)).isInstanceOf(DoesNotOpen.class);
        assertThatThrownBy(() -> Ring.of(LEBONG, keys, another)).hasMessageContaining("'a'");
        assertThat(ring(LEBONG, keys).open(NIP, sealed)).isEqualTo(NUMBER);
    }

    @Test
    void a_key_that_is_missing_or_none_stops_the_start_with_a_sentence_that_does_not_tell_it() {
        assertSentence(null, "SATUATAP_SEALING_KEY");
        assertSentence("", "missing");
        assertSentence("2026:c2hvcnQ=", "has 5 bytes");
        assertSentence("2026:!!", "is not base64");
        assertSentence(TestPlatform.newKey(), "id:base64");
        assertSentence("2026:" + TestPlatform.newKey(), "Two keys", "2026:" + TestPlatform.newKey());
    }

    private static void assertSentence(String key, String sentence, String... older) {
        assertThatThrownBy(() -> PlatformKeys.of(new SealingProperties(key, List.of(older))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(sentence)
                .hasNoCause()
                .satisfies(failed -> assertThat(failed.getMessage()).doesNotContain("c2hvcnQ"));
    }

    private Ring ring(TenantId tenant, List<TenantKey> keys) {
        return Ring.of(tenant, keys, platform);
    }

    private List<TenantKey> keys(TenantId tenant) {
        return new ArrayList<>(List.of(key(tenant, Purpose.FIND), key(tenant, Purpose.SEAL)));
    }

    private TenantKey key(TenantId tenant, Purpose purpose) {
        var id = UUID.randomUUID();
        var wrapped = platform.wrap(Ring.place(tenant, purpose, id), Box.newKey());
        return new TenantKey(id, purpose, wrapped, Instant.now(), null, true);
    }
}
