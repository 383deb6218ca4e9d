package id.satuatap.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that two servers could read differently. Whatever the answer, no part may ever see a second request in them. */
class SmugglingTest {

    private static final String SMUGGLED = "GET /api/v1/smuggled HTTP/1.1\r\nHost: bengkulu.localhost\r\n\r\n";

    private final Stage stage = Stage.shared();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding: identity, chunked\r\nContent-Length: 4\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding:\u000bchunked\r\n\r\n0\r\n\r\n",
                "Content-Length: 5\r\nContent-Length: 0\r\n\r\nhello",
                "Content-Length: +5\r\n\r\nhello",
                "Content-Length: 5, 5\r\n\r\nhello",
                "Content-Length: -1\r\n\r\n",
                "Content-Length: 0x5\r\n\r\nhello",
                "X-Satu-Tenant : bengkulu\r\n\r\n",
                " X-Satu-Tenant: bengkulu\r\n\r\n",
                "X-A: b\rX-Satu-Tenant: bengkulu\r\n\r\n",
                "X-A: b\u0000\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\n5;x=\ny\r\nhello\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\n5\nhello\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\n-1\r\nhello\r\n0\r\n\r\n"
            })
    void an_ambiguous_request_is_refused_and_ends_the_connection(String rest) {
        var answer =
                stage.raw("POST /api/v1/spbe/assessments HTTP/1.1\r\nHost: rembang.localhost\r\n" + rest + SMUGGLED);

        assertThat(answer).startsWith("HTTP/1.1 400 ").doesNotContain("(still open)");
        assertThat(answer.split("HTTP/1.1 ", -1)).hasSize(2);
        assertThat(stage.core.wholeRequests()).isZero();
    }

    @Test
    void an_upgrade_to_http_2_is_not_taken_up() throws Exception {
        var answer = stage.raw("""
                GET /api/v1/me HTTP/1.1\r
                Host: rembang.localhost\r
                Connection: Upgrade, HTTP2-Settings\r
                Upgrade: h2c\r
                HTTP2-Settings: AAMAAABkAAQAAP__\r
                \r
                """);

        assertThat(answer).startsWith("HTTP/1.1 200 ");
        assertThat(stage.core.next().headers().contains("Upgrade")).isFalse();
    }

    @Test
    void requests_sent_at_once_on_one_connection_keep_their_own_tenants_and_are_all_answered() throws Exception {
        var request = "GET /api/v1/me HTTP/1.1\r\nHost: %s.localhost\r\n\r\n";

        var answers =
                stage.raw(request.formatted("rembang") + request.formatted("bengkulu") + request.formatted("rembang"));

        assertThat(answers.split("HTTP/1.1 200 ", -1)).hasSize(4);
        assertThat(stage.core.next().headers().get("X-Satu-Tenant")).isEqualTo("rembang");
        assertThat(stage.core.next().headers().get("X-Satu-Tenant")).isEqualTo("bengkulu");
        assertThat(stage.core.next().headers().get("X-Satu-Tenant")).isEqualTo("rembang");
    }

    @Test
    void who_is_refused_hears_it_even_if_the_body_that_follows_cannot_be_read() {
        var answer = stage.raw("""
                POST /api/v1/me HTTP/1.1\r
                Host: invented.localhost\r
                Transfer-Encoding: chunked\r
                \r
                ZZ\r
                """);

        assertThat(answer).startsWith("HTTP/1.1 404 ").contains("urn:problem:tenant.unknown");
    }

    @Test
    void headers_that_are_too_many_or_too_long_are_refused() {
        var many = "X-A: b\r\n".repeat(10_000);
        var longLine = "/" + "a".repeat(9_000);

        assertThat(stage.raw("GET / HTTP/1.1\r\nHost: rembang.localhost\r\n" + many + "\r\n"))
                .startsWith("HTTP/1.1 431 ");
        assertThat(stage.raw("GET / HTTP/1.1\r\nHost: rembang.localhost\r\nCookie: " + "a".repeat(64_000) + "\r\n\r\n"))
                .startsWith("HTTP/1.1 431 ");
        assertThat(stage.raw("GET " + longLine + " HTTP/1.1\r\nHost: rembang.localhost\r\n\r\n"))
                .startsWith("HTTP/1.1 414 ");
    }

    @Test
    void whoever_waits_for_a_continue_gets_one_and_core_does_not_see_it() throws Exception {
        var answer = stage.raw(
                "POST /api/v1/spbe/assessments HTTP/1.1\r\nHost: rembang.localhost\r\nExpect: 100-continue\r\n"
                        + "Content-Length: 2\r\nConnection: close\r\n\r\n{}");

        assertThat(answer).contains("HTTP/1.1 100 ", "HTTP/1.1 200 ");
        assertThat(stage.core.next().headers().contains("Expect")).isFalse();
    }
}
