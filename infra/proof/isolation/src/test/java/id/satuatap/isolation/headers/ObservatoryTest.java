package id.satuatap.isolation.headers;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ObservatoryTest {

    private static final Map<String, String> BEST = Map.of(
            "content-security-policy",
                    "default-src 'none'; style-src 'self'; form-action 'self'; frame-ancestors 'none'",
            "strict-transport-security", "max-age=31536000; includeSubDomains",
            "referrer-policy", "no-referrer",
            "x-content-type-options", "nosniff",
            "x-frame-options", "DENY",
            "cross-origin-resource-policy", "same-origin");

    @Test
    void a_page_that_says_everything_gets_the_most() {
        assertThat(grade(BEST, "<p>", "a=b; Secure; HttpOnly; SameSite=Lax").score())
                .isEqualTo(100 + 10 + 5 + 5 + 5 + 10);
        assertThat(grade(BEST, "<p>").faults()).isEmpty();
    }

    @Test
    void a_page_that_says_nothing_gets_what_the_observatory_gives() {
        var grade = grade(Map.of(), "<p>");

        assertThat(grade.score()).isEqualTo(100 - 25 - 20 - 5 - 20);
        assertThat(grade.faults()).startsWith("csp-not-implemented -25");
    }

    @Test
    void what_goes_beyond_counts_from_90_on_only() {
        assertThat(with("content-security-policy", "script-src 'unsafe-inline'; frame-ancestors 'none'")
                        .score())
                .isEqualTo(80);
        assertThat(with(
                                "content-security-policy",
                                "default-src 'self'; script-src 'self' 'nonce-x' 'unsafe-eval'; frame-ancestors 'none'")
                        .score())
                .isEqualTo(90 + 5 + 5 + 10);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "default-src 'self'                                              | csp-implemented-with-no-unsafe",
                "default-src 'self'; style-src 'unsafe-inline'                   | csp-implemented-with-unsafe-inline-in-style-src-only",
                "default-src 'self'; script-src 'unsafe-inline'                  | csp-implemented-with-unsafe-inline",
                "default-src 'self'; script-src 'unsafe-inline' 'nonce-a'        | csp-implemented-with-no-unsafe",
                "default-src 'self'; script-src https:                           | csp-implemented-with-unsafe-inline",
                "frame-ancestors 'none'                                          | csp-implemented-with-unsafe-inline",
                "default-src 'self'; script-src 'self' http://a.example          | csp-implemented-with-insecure-scheme",
                "default-src 'self'; img-src http:                               | csp-implemented-with-insecure-scheme-in-passive-content-only",
                "default-src 'self'; script-src 'self' 'unsafe-eval'             | csp-implemented-with-unsafe-eval",
                "default-src 'self', default-src 'none'                          | csp-header-invalid"
            })
    void a_policy_is_worth_what_its_weakest_source_is(String policy, String result) {
        assertThat(with("content-security-policy", policy)
                        .findings()
                        .get("content-security-policy")
                        .result())
                .isEqualTo(result);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a=b; Secure; SameSite=Lax                        | 5",
                "a=b; Secure                                      | 0",
                "a=b; SameSite=Lax                                | -5",
                "SATUATAP_ADMIN=b; HttpOnly; SameSite=Lax         | -10",
                "SESSION=b; Secure; SameSite=Lax                  | -30",
                "csrf=b; Secure                                   | -20",
                "a=b; Secure; SameSite=maybe                      | -20"
            })
    void the_worst_cookie_decides(String cookie, int modifier) {
        assertThat(grade(BEST, "<p>", cookie, "fine=b; Secure; HttpOnly; SameSite=Lax")
                        .findings()
                        .get("cookies")
                        .modifier())
                .isEqualTo(modifier);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<script src='/a.js'></script>                                                    | 0",
                "<script src='https://a.example/a.js'></script>                                   | 0",
                "<script src='https://cdn.example/a.js'></script>                                 | -5",
                "<script src='https://cdn.example/a.js' integrity='sha384-x'></script>            | 5",
                "<script src='//cdn.example/a.js'></script>                                       | -50"
            })
    void scripts_from_elsewhere_need_a_fingerprint(String body, int modifier) {
        assertThat(grade(BEST, body).findings().get("subresource-integrity").modifier())
                .isEqualTo(modifier);
    }

    private static Grade with(String header, String value) {
        var headers = new HashMap<>(BEST);
        headers.put(header, value);
        return grade(headers, "<p>");
    }

    private static Grade grade(Map<String, String> headers, String body, String... cookies) {
        var all = new HashMap<String, List<String>>();
        headers.forEach((name, value) -> all.put(name, List.of(value)));
        all.put("Content-Type", List.of("text/html;charset=UTF-8"));
        var answer = new Answer(URI.create("https://a.example/"), 200, all, body);
        return Observatory.grade(new Visit(true, false, answer, List.of(cookies)));
    }
}
