package id.satuatap.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostNameTest {

    @Test
    void a_host_is_read_without_case_and_port() {
        assertThat(HostName.ofAuthority("Rembang.LOCALHOST:8080")).isEqualTo(new HostName("rembang.localhost"));
        assertThat(HostName.ofAuthority("[::1]:8080").value()).isEqualTo("[::1]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "a.",
                ".a",
                "a..b",
                "-a",
                "a-",
                "a_b",
                "a b",
                "a:b",
                "a:",
                "a:1:2",
                "a:123456",
                "ä.id",
                "a/b",
                "a@b",
                "a\u0000",
                "[::1",
                "ＡＢ"
            })
    void what_is_not_a_host_is_refused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> HostName.ofAuthority(text));
    }

    @Test
    void a_host_that_is_too_long_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> HostName.ofAuthority("a.".repeat(200) + "id"));
    }
}
