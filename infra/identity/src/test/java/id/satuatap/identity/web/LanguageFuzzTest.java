package id.satuatap.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import id.satuatap.identity.IdentityProperties;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.Cookie;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** What a browser and a gateway say about a request: the language wished for, and who is believed about the caller. */
class WebFuzzTest {

    private static final GatewayForwarding FORWARDING = new GatewayForwarding(new IdentityProperties(
            URI.create("https://satuatap.example"),
            URI.create("https://id.satuatap.example"),
            URI.create("http://127.0.0.1:1"),
            null,
            "no-reply@satuatap.example",
            "nothing but a test needs this one",
            Duration.ofDays(90),
            List.of("127.0.0.1/32")));

    @SuppressWarnings("NullAway") // without a session nothing is pending, and neither is asked
    private static final Languages LANGUAGES = new Languages(new PendingSignIn(null, null));

    @CsvSource({"en, id, ''", "'', '', 'en-GB, id;q=0.5'", "xx, \"en\", ','", "'', '', ';q='", "'', '', '*;q=2'"})
    @FuzzTest(maxDuration = "2m")
    void any_wish_leads_to_a_language_we_speak(
            @NotNull String parameter, @NotNull String cookie, @NotNull String header) {
        var request = new MockHttpServletRequest();
        request.setParameter("lang", parameter);
        request.setCookies(new Cookie("SATUATAP_LANG", cookie));
        request.addHeader("Accept-Language", header);
        var response = new MockHttpServletResponse();

        LANGUAGES.preHandle(request, response, this);

        assertThat(LANGUAGES.resolveLocale(request)).isIn(Languages.SPOKEN);
        assertThat(response.getHeaders("Set-Cookie"))
                .allMatch(set -> set.startsWith("SATUATAP_LANG=" + parameter + ";"));
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
