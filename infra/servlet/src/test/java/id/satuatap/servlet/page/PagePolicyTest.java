package id.satuatap.servlet.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinServletResponse;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import id.satuatap.servlet.SessionFixture;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class PagePolicyTest {

    private final PagePolicy policy = new PagePolicy(SessionFixture.ADDRESSES);

    @Test
    void inline_scripts_run_only_if_they_were_written_into_this_very_page() {
        var page = Jsoup.parse("<script>start()</script><script type=module src=a.js></script>");
        var response = served(page);

        var nonces = page.select("script").eachAttr("nonce");

        assertThat(nonces).hasSize(2).doesNotContain("");
        assertThat(response.getHeader("Content-Security-Policy"))
                .contains("script-src 'self' 'nonce-" + nonces.getFirst() + "' 'unsafe-eval';")
                .contains(
                        "connect-src 'self' wss://rembang.example;", "form-action 'self' https://id.satuatap.example;")
                .contains("frame-ancestors 'none'");
        assertThat(response.getHeader("X-Frame-Options")).isEqualTo("DENY");
    }

    @Test
    void every_page_has_a_number_of_its_own() {
        var one = served(Jsoup.parse("")).getHeader("Content-Security-Policy");

        assertThat(served(Jsoup.parse("")).getHeader("Content-Security-Policy")).isNotEqualTo(one);
    }

    private MockHttpServletResponse served(Document page) {
        var request = new MockHttpServletRequest();
        request.setScheme("https");
        request.setSecure(true);
        request.setServerName("rembang.example");
        request.setServerPort(443);
        var response = new MockHttpServletResponse();
        policy.apply(new IndexHtmlResponse(
                new VaadinServletRequest(request, null), new VaadinServletResponse(response, null), page));
        return response;
    }
}
