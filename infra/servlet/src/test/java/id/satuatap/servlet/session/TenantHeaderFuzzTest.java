package id.satuatap.servlet.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

/** The tenant of a session comes from a header: a name as we write them, or none. */
class TenantHeaderFuzzTest {

    @ValueSource(strings = {"rembang", "Rembang", "a,b", "rembang\n", ""})
    @FuzzTest(maxDuration = "2m")
    void a_tenant_is_named_whole_or_not_at_all(@NotNull String header) {
        var request = new MockHttpServletRequest();
        request.addHeader(TenantBinding.TENANT_HEADER, header);

        var tenant = TenantBinding.tenantOf(request);

        if (tenant != null) {
            assertThat(tenant).isEqualTo(header).hasSizeBetween(1, 63);
            assertThat(tenant.chars())
                    .allMatch(letter -> letter == '-' || Character.isLetterOrDigit(letter) && letter < 128);
        }
    }
}
