package id.satuatap.identity.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import id.satuatap.identity.TestProperties;
import jakarta.servlet.ServletRequest;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Who is believed about a caller, and how a caller is told from another. */
class HttpFuzzTest {

    private static final TrustedForwardedHeaderFilter FORWARDING =
            new TrustedForwardedHeaderFilter(TestProperties.https());

    @ValueSource(strings = {"2001:db8::1", "::ffff:1.2.3.4", "fe80::1%eth0", "10.0.0.1", "", "%", "[::1]"})
    @FuzzTest(maxDuration = "2m")
    void an_address_of_a_caller_has_a_key(@NotNull String address) {
        var key = ClientAddress.network(address);

        assertThat(key)
                .satisfiesAnyOf(
                        same -> assertThat(same).isEqualTo(address),
                        network -> assertThat(network).matches("[0-9a-f]{16}/64"));
        assertThat(ClientAddress.network(key)).isEqualTo(key);
    }

    @CsvSource({
        "evil.example, https, 203.0.113.9, 443",
        "'a, b', http, '1, 2, 3', -1",
        "[::1, gopher, ::ffff:1.2.3.4, 99999",
        "x y, '', '', a"
    })
    @FuzzTest(maxDuration = "2m")
    void a_stranger_is_not_believed_about_himself(
            @NotNull String host, @NotNull String scheme, @NotNull String client, @NotNull String port)
            throws Exception {
        var seen = through("192.0.2.7", host, scheme, client, port);

        assertThat(seen.getServerName()).isEqualTo("id.satuatap.example");
        assertThat(seen.getScheme()).isEqualTo("http");
        assertThat(seen.getRemoteAddr()).isEqualTo("192.0.2.7");
    }

    private static ServletRequest through(String peer, String host, String scheme, String client, String port)
            throws IOException, jakarta.servlet.ServletException {
        var request = new MockHttpServletRequest("GET", "/sign-in");
        request.setRemoteAddr(peer);
        request.setServerName("id.satuatap.example");
        request.addHeader("X-Forwarded-Host", host);
        request.addHeader("X-Forwarded-Proto", scheme);
        request.addHeader("X-Forwarded-For", client);
        request.addHeader("X-Forwarded-Port", port);
        request.addHeader("X-Forwarded-Prefix", host);
        request.addHeader("Forwarded", "for=\"" + client + "\";host=" + host + ";proto=" + scheme);
        var seen = new AtomicReference<ServletRequest>(request);
        FORWARDING.doFilter(request, new MockHttpServletResponse(), (passed, response) -> seen.set(passed));
        return seen.get();
    }
}
