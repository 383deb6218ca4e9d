package id.satuatap.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;

class HeadersTest {

    private static final String EVIL = "evil.example";

    private final Stage stage = Stage.shared();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Satu-Tenant",
                "x-satu-tenant",
                "X_Satu_Tenant",
                "X-Satu_Role",
                "X-Satu-Anything",
                "X-Forwarded-For",
                "X-Forwarded-Host",
                "X-Forwarded-Proto",
                "X-Forwarded-Port",
                "X-Forwarded-Prefix",
                "X_Forwarded_Host",
                "X-FORWARDED-SSL",
                "Forwarded",
                "forwarded",
                "X-Real-IP",
                "X_Real_IP",
                "X-Internal-User",
                "x_internal_user",
                "X-Request-Id",
                "X-Original-URL",
                "X-HTTP-Method-Override",
                "Proxy"
            })
    void a_header_only_the_gateway_may_write_never_comes_through(String name) throws Exception {
        stage.get("rembang.localhost", "/api/v1/me", name, EVIL, name, EVIL + ".again");

        assertThat(stage.core.next().headers().entries())
                .noneMatch(entry -> entry.getValue().contains("evil"));
    }

    @Test
    void a_part_hears_tenant_request_id_and_address_from_the_gateway() throws Exception {
        var answer =
                stage.get("rembang.localhost", "/api/v1/me", "X-Request-Id", "mine", "Authorization", "Bearer a.b.c");

        var headers = stage.core.next().headers();
        assertThat(headers.getAll("X-Satu-Tenant")).containsExactly("rembang");
        assertThat(headers.getAll("X-Request-Id")).containsExactly(answer.header("X-Request-Id"));
        assertThat(headers.getAll("X-Forwarded-Proto")).containsExactly("http");
        assertThat(headers.getAll("X-Forwarded-Host")).containsExactly("rembang.localhost:" + stage.port);
        assertThat(headers.getAll("X-Forwarded-Port")).containsExactly("" + stage.port);
        assertThat(headers.getAll("X-Forwarded-For")).containsExactly("127.0.0.1");
        assertThat(headers.getAll("Authorization")).containsExactly("Bearer a.b.c");
        assertThat(answer.headers().getAll("X-Request-Id")).hasSize(1);
    }

    @Test
    void whoever_claims_to_be_two_is_neither() {
        var two = stage.get(
                "rembang.localhost", "/api/v1/me", "Authorization", "Bearer a.b.c", "Authorization", "Basic x");

        assertThat(two.status()).isEqualTo(400);
        assertThat(two.body()).contains("urn:problem:request.malformed");
        assertThat(stage.core.asked()).isZero();
    }

    @Test
    void a_caller_cannot_take_the_tenant_away_by_naming_it_in_connection() throws Exception {
        stage.raw(
                "GET /api/v1/me HTTP/1.1\r\nHost: rembang.localhost\r\nConnection: close, X-Satu-Tenant, X-Request-Id, Host\r\n\r\n");

        var headers = stage.core.next().headers();
        assertThat(headers.get("X-Satu-Tenant")).isEqualTo("rembang");
        assertThat(headers.get("Host")).isEqualTo("rembang.localhost:" + stage.port);
        assertThat(headers.contains("X-Request-Id")).isTrue();
    }

    @Test
    void a_plain_page_gets_a_policy_without_inline_code() {
        var page = stage.get("rembang.localhost", "/");

        assertThat(page.header("Content-Security-Policy"))
                .contains("default-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(page.header("Referrer-Policy")).isEqualTo("same-origin");
        assertThat(page.header("Permissions-Policy")).contains("camera=()");
        assertThat(page.header("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
        assertThat(page.header("Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
        assertThat(page.header("Strict-Transport-Security")).isNull();
        assertThat(stage.get("id.localhost", "/login").header("Content-Security-Policy"))
                .doesNotContain("unsafe");
    }

    @Test
    void the_workspace_gets_no_more_unless_it_says_so_itself() {
        assertThat(stage.get("rembang.localhost", "/admin/").header("Content-Security-Policy"))
                .contains("default-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe", "*");
    }

    @Test
    void what_a_part_sets_itself_stays() {
        stage.citizen.answers((request, response) -> response.header("Content-Security-Policy", "default-src 'none'")
                .header("Cache-Control", "public, max-age=60")
                .header("Server", "secret/1.0")
                .header("X-Request-Id", "not this")
                .send());

        var page = stage.get("rembang.localhost", "/");

        assertThat(page.headers().getAll("Content-Security-Policy")).containsExactly("default-src 'none'");
        assertThat(page.headers().getAll("Cache-Control")).containsExactly("public, max-age=60");
        assertThat(page.headers().contains("Server")).isFalse();
        assertThat(page.headers().getAll("X-Request-Id")).hasSize(1).doesNotContain("not this");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "camera=(self)                  | camera=(self), geolocation=(), microphone=(), payment=(), usb=()",
                "geolocation=(self), camera=()  | camera=(), geolocation=(self), microphone=(), payment=(), usb=()",
                "camera=*                       | camera=(), geolocation=(), microphone=(), payment=(), usb=()",
                "camera=(self 'https://e.test') | camera=(), geolocation=(), microphone=(), payment=(), usb=()",
                "microphone=(self), usb=*       | camera=(), geolocation=(), microphone=(), payment=(), usb=()"
            })
    void a_page_opens_camera_or_location_for_itself_and_nothing_wider(String asked, String granted) {
        stage.citizen.answers((request, response) ->
                response.header("Permissions-Policy", asked.replace('\'', '"')).send());

        assertThat(stage.get("rembang.localhost", "/").headers().getAll("Permissions-Policy"))
                .containsExactly(granted);
    }

    @Test
    void a_token_that_core_refuses_is_refused_in_its_words_however_many_parts_it_has() throws Exception {
        stage.core.answers((request, response) -> stage.core
                .read(request)
                .then(response.status(401)
                        .header("WWW-Authenticate", "Bearer error=\"invalid_token\"")
                        .send()));

        var answer = stage.get("rembang.localhost", "/api/v1/me", "Authorization", "Bearer a.b.c.d.e");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).contains("invalid_token");
        assertThat(stage.core.next().headers().getAll("Authorization")).containsExactly("Bearer a.b.c.d.e");
    }

    @Test
    void answers_of_the_api_are_not_kept_unless_core_says_so() {
        assertThat(stage.get("rembang.localhost", "/admin/penilaian").header("Cache-Control"))
                .isEqualTo("no-store");
        assertThat(stage.get("rembang.localhost", "/api/v1/me").header("Cache-Control"))
                .isEqualTo("no-store");

        stage.core.answers((request, response) ->
                response.header("Cache-Control", "max-age=9").send());

        assertThat(stage.get("rembang.localhost", "/api/v1/me").headers().getAll("Cache-Control"))
                .containsExactly("max-age=9");
    }

    @Test
    void the_gateway_lets_no_other_origin_in() {
        var preflight = stage.call(
                "OPTIONS",
                "rembang.localhost",
                "/api/v1/me",
                Flux.empty(),
                "Origin",
                "http://rembang.localhost.evil.example",
                "Access-Control-Request-Method",
                "GET");

        assertThat(preflight.headers().contains("Access-Control-Allow-Origin")).isFalse();
    }
}
