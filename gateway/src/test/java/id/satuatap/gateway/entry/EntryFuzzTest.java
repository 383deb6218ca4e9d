package id.satuatap.gateway.entry;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import id.satuatap.gateway.edge.RequestContext;
import id.satuatap.gateway.refusal.Refusal;
import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Paths and request lines as strangers write them: what gets through reads the same everywhere, and leads to no closed door. */
class EntryFuzzTest {

    private static final WebFilterChain OPEN = exchange -> Mono.empty();

    private final Paths paths = new Paths();
    private final InternalPaths internalPaths = new InternalPaths();

    @ValueSource(strings = {"api/v1/tenants", "admin/%2e%2e/actuator", "a%C3%A9/b", "actuator/x%E2%80%A8", "a;b=c/"})
    @FuzzTest(maxDuration = "2m")
    void a_path_is_plain_or_refused(@NotNull String raw) {
        var exchange = exchange("/" + raw);
        if (exchange == null || refused(paths.filter(exchange, OPEN), 400)) {
            return;
        }

        var path = RequestContext.of(exchange).path();
        var segments = path.substring(1).split("/", -1);
        assertThat(segments).doesNotContain(".", "..");
        assertThat(Arrays.stream(segments).limit(Math.max(0, segments.length - 1)))
                .doesNotContain("");
        assertThat(path).startsWith("/").doesNotContain("\\", ";", "\u0000", "\n", "\r", "\uFFFD");
        assertThat(refused(internalPaths.filter(exchange, OPEN), 404)).isEqualTo(isInside(segments));
    }

    @CsvSource({"http://a.example/x, a.example", "//a.example/x, a.example", "http://u@a.example/, a.example", "*, a"})
    @FuzzTest(maxDuration = "2m")
    void a_request_line_names_the_same_host_or_none(@NotNull String requestLine, @NotNull String host) {
        boolean agrees;
        try {
            agrees = Hosts.agrees(requestLine, host);
        } catch (IllegalArgumentException refused) {
            return;
        }

        if (agrees && !requestLine.startsWith("/")) {
            assertThat(URI.create(requestLine).getRawAuthority()).isEqualToIgnoringCase(host);
            assertThat(requestLine.toLowerCase(Locale.ROOT)).contains("//" + host.toLowerCase(Locale.ROOT));
        }
    }

    /** What InternalPaths is for, said the slow way. */
    private static boolean isInside(String... segments) {
        var first = segments[0].toLowerCase(Locale.ROOT);
        var second = segments.length < 2 ? "" : segments[1];
        return first.equals("actuator")
                || (first.equals("admin") && second.toLowerCase(Locale.ROOT).equals("actuator"))
                || (first.equals("api") && !(segments.length > 2 && second.equalsIgnoreCase("v1")));
    }

    private static MockServerWebExchange exchange(String raw) {
        try {
            var address = new URI("http://a.example" + raw);
            return "a.example".equals(address.getRawAuthority())
                    ? MockServerWebExchange.from(MockServerHttpRequest.method(HttpMethod.GET, address))
                    : null;
        } catch (java.net.URISyntaxException netty) {
            return null;
        }
    }

    private static boolean refused(Mono<Void> answer, int status) {
        try {
            answer.block();
            return false;
        } catch (Refusal refusal) {
            assertThat(refusal.status().value()).isEqualTo(status);
            return true;
        }
    }
}
