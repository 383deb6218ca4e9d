package id.satuatap.servlet.session;

import static org.assertj.core.api.Assertions.assertThat;

import id.satuatap.servlet.SessionFixture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class CallbackIssuerTest {

    private static final String CALLBACK = "/admin/login/oauth2/code/satuatap";

    private final CallbackIssuer filter = new CallbackIssuer(SessionFixture.ADDRESSES, SessionFixture.PAGES);

    @Test
    void an_answer_of_the_issuer_that_was_asked_is_taken() throws Exception {
        assertThat(status(CALLBACK, "https://id.satuatap.example")).isEqualTo(200);
    }

    @Test
    void an_answer_of_another_of_none_or_of_two_is_refused() throws Exception {
        assertThat(status(CALLBACK, "https://id.satuatap.example.evil.example")).isEqualTo(401);
        assertThat(status(CALLBACK)).isEqualTo(401);
        assertThat(status(CALLBACK, "https://id.satuatap.example", "http://evil.example"))
                .isEqualTo(401);
    }

    @Test
    void elsewhere_nobody_asks_for_it() throws Exception {
        assertThat(status("/admin/")).isEqualTo(200);
    }

    private int status(String path, String... issuers) throws Exception {
        var request = new MockHttpServletRequest("GET", path);
        request.setContextPath("/admin");
        request.setParameter("code", "x");
        for (var issuer : issuers) {
            request.addParameter("iss", issuer);
        }
        var response = new MockHttpServletResponse();
        var reached = new AtomicBoolean();

        filter.doFilter(request, response, (passed, answer) -> reached.set(true));

        assertThat(reached.get()).isEqualTo(response.getStatus() == 200);
        return response.getStatus();
    }
}
