package id.satuatap.core.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import org.junit.jupiter.params.provider.ValueSource;

/** A key is kept in a row of its own: short, visible, and nothing a log or a database reads in two ways. */
class IdempotencyKeyFuzzTest {

    @ValueSource(strings = {"a-key", "", "a b", "a\n", "\u0000", "é"})
    @FuzzTest(maxDuration = "2m")
    void a_key_is_plain_or_none(@NotNull String key) {
        var plain =
                !key.isEmpty() && key.length() <= 100 && key.chars().allMatch(letter -> letter > ' ' && letter < 127);

        assertThat(Idempotency.isKey(key)).isEqualTo(plain);
    }
}
