package id.satuatap.core.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import id.satuatap.core.shared.BadInput;
import java.util.List;
import org.junit.jupiter.params.provider.ValueSource;

/** The tenant header names one tenant as we write them, or is refused: never two, never a guess. */
class TenantHeaderFuzzTest {

    @ValueSource(strings = {"rembang", "Rembang", "rembang,bangkalan", " rembang", "rembang\n", "r"})
    @FuzzTest(maxDuration = "2m")
    void a_tenant_is_named_or_refused(@NotNull String header) {
        try {
            var slug = TenantHeader.slug(List.of(header));

            assertThat(slug).isEqualTo(header).hasSizeBetween(2, 31);
            assertThat(slug.chars()).allMatch(letter -> letter < 128 && Character.isLetterOrDigit(letter));
            assertThat(slug).isLowerCase();
        } catch (BadInput refused) {
            assertThat(refused.faults()).hasSize(1);
        }
        assertRefused(List.of(header, header));
    }

    private static void assertRefused(List<String> headers) {
        try {
            assertThat(TenantHeader.slug(headers)).isNull();
        } catch (BadInput refused) {
            assertThat(refused.code()).isEqualTo("request.invalid");
        }
    }
}
