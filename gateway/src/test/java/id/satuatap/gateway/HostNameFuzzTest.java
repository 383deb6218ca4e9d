package id.satuatap.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever stands in a {@code Host} header is either a name we would write the same way again, or refused in the one declared way. */
class HostNameFuzzTest {

    @ValueSource(strings = {"rembang.example:8443", "[::1]:80", "A-b.c", "a.:1", "[::1]x", "a:b:1"})
    @FuzzTest(maxDuration = "2m")
    void a_host_is_read_or_refused(@NotNull String authority) {
        HostName host;
        try {
            host = HostName.ofAuthority(authority);
        } catch (IllegalArgumentException refused) {
            return;
        }

        assertThat(host.value()).hasSizeLessThanOrEqualTo(253);
        assertThat(host.value().chars()).allMatch(character -> character > ' ' && character < 127);
        assertThat(HostName.ofAuthority(host.value())).isEqualTo(host);
        assertThat(HostName.ofAuthority(host.value() + ":65535")).isEqualTo(host);
    }
}
