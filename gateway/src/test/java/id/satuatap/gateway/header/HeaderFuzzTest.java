package id.satuatap.gateway.header;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import id.satuatap.gateway.edge.RequestContext;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import reactor.core.publisher.Mono;

/** Headers that say who calls: believed from a trusted proxy only, never a way to fail, and no spelling slips past the stripping. */
class HeaderFuzzTest {

    private static final InetAddress PROXY = InetAddress.ofLiteral("10.1.2.3");
    private static final InetAddress STRANGER = InetAddress.ofLiteral("192.0.2.7");

    private final TrustedProxies proxies =
            new TrustedProxies(List.of(CidrRange.of("10.0.0.0/8"), CidrRange.of("fd00::/8")));
    private final ClientAddresses addresses = new ClientAddresses(proxies);

    @CsvSource({"'198.51.100.4, 10.9.9.9', 10.1.1.1", "fd00::1, '::ffff:10.0.0.1'", "fe80::1%eth0, '1, ,'"})
    @FuzzTest(maxDuration = "2m")
    void only_a_trusted_proxy_is_asked_who_calls(@NotNull String first, @NotNull String second) {
        assertThat(client(STRANGER, first, second)).isEqualTo(STRANGER);

        var client = client(PROXY, first, second);
        if (!client.equals(PROXY)) {
            assertThat(proxies.include(client)
                            && !second.contains(",")
                            && !first.contains(",")
                            && named(first).isEmpty())
                    .as("an inner hop, though an outer one is known")
                    .isFalse();
        }
    }

    @ValueSource(strings = {"10.0.0.0/8", "fd00::/8", "127.0.0.1", "::1", "10.0.0.0/33", "10.0.0.0/-1"})
    @FuzzTest(maxDuration = "2m")
    void a_network_is_read_or_refused(@NotNull String text) {
        CidrRange network;
        try {
            network = CidrRange.of(text);
        } catch (IllegalArgumentException refused) {
            return;
        }

        var slash = text.indexOf('/');
        assertThat(network.contains(InetAddress.ofLiteral(slash < 0 ? text : text.substring(0, slash))))
                .isTrue();
    }

    @ValueSource(strings = {"X-Satu-Tenant", "x_forwarded_for", "Forwarded", "Accept"})
    @FuzzTest(maxDuration = "2m")
    void no_spelling_of_a_header_of_ours_slips_through(@NotNull String header) {
        var ours = StripHeaders.isOurs(header);

        assertThat(StripHeaders.isOurs(header.replace('-', '_'))).isEqualTo(ours);
        assertThat(StripHeaders.isOurs(header.toLowerCase(Locale.ROOT))).isEqualTo(ours);
        assertThat(StripHeaders.isOurs(" " + header + " ")).isEqualTo(ours);
    }

    private InetAddress client(InetAddress peer, String first, String second) {
        var exchange = MockServerWebExchange.from(MockServerHttpRequest.get("/")
                .remoteAddress(new InetSocketAddress(peer, 4711))
                .header("X-Forwarded-For", first, second));
        addresses.filter(exchange, passed -> Mono.empty()).block();
        return RequestContext.of(exchange).client();
    }

    private static List<InetAddress> named(String text) {
        try {
            return List.of(InetAddress.ofLiteral(text.trim()));
        } catch (IllegalArgumentException none) {
            return List.of();
        }
    }
}
