package id.satuatap.citizen;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What needs a signed-in person, seen by somebody who is not. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class SignInTest {

    private static final CoreStandIn CORE = CoreStandIn.start(0);
    private static final String BEGIN = "/oauth2/authorization/satuatap";

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void core(DynamicPropertyRegistry registry) {
        registry.add("satuatap.core-url", CORE::url);
    }

    @AfterAll
    static void stop() {
        CORE.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/saya/", "/saya/data", "/masuk", "/en/masuk", "/masuk?ke=/pengumuman/1"})
    void who_is_not_signed_in_is_sent_to_sign_in(String path) {
        var answer = of("rembang").get(path);

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("Location")).endsWith(BEGIN);
        assertThat(answer.header("Cache-Control")).contains("no-store");
    }

    @Test
    void the_session_is_a_cookie_for_servers_only() {
        var cookie = session(of("rembang").get("/saya/"));

        assertThat(cookie).startsWith("SATUATAP_CITIZEN=").contains("HttpOnly", "SameSite=Lax", "Path=/");
    }

    @ParameterizedTest
    @CsvSource({"/masuk, id", "/en/masuk, en"})
    void identity_is_asked_in_the_language_of_the_page(String path, String language) {
        var sent = of("rembang").get(path);
        var identity = of("rembang").get(BEGIN, "Cookie", cookies(sent)).header("Location");

        assertThat(identity).startsWith("http://id.localhost:8080/oauth2/authorize?");
        assertThat(URLDecoder.decode(identity, StandardCharsets.UTF_8))
                .contains("client_id=citizen-ui", "code_challenge_method=S256", "ui_locales=" + language)
                .contains("redirect_uri=http://127.0.0.1:" + port + "/login/oauth2/code/satuatap");
    }

    @Test
    void the_language_is_handed_over_once_and_leaves_the_address() {
        var answer = of("rembang").get("/saya/?bahasa=en");

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("Location")).endsWith("/saya/");
        assertThat(answer.whole().headers().allValues("Set-Cookie"))
                .anyMatch(cookie -> cookie.startsWith("satuatap_language=en;"));
    }

    @Test
    void a_session_begun_at_one_government_is_worth_nothing_at_another() {
        var begun = cookies(of("rembang").get("/saya/"));

        assertThat(of("bangkalan").get("/saya/", "Cookie", begun).status()).isEqualTo(401);
        assertThat(of("").get("/masuk", "Cookie", begun).status()).isEqualTo(401);
        assertThat(of("bangkalan").get("/kantor", "Cookie", begun).status())
                .as("what is public stays so")
                .isEqualTo(200);
    }

    @Test
    void a_made_up_session_is_none() {
        var answer = of("rembang").get("/saya/", "Cookie", "SATUATAP_CITIZEN=0123456789ABCDEF0123456789ABCDEF");

        assertThat(answer.header("Location")).endsWith(BEGIN);
    }

    @Test
    void nobody_is_signed_out_by_a_form_of_another_site() {
        var begun = cookies(of("rembang").get("/saya/"));

        assertThat(of("rembang").post("/keluar", "Cookie", begun).status()).isEqualTo(403);
    }

    @Test
    void an_answer_of_another_issuer_is_refused() {
        var answer = of("rembang").get("/login/oauth2/code/satuatap?code=x&state=y&iss=http://evil.example");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.words()).contains("Anda belum masuk").contains("You are not signed in");
    }

    @Test
    void a_public_page_leads_to_sign_in_and_keeps_nothing_of_a_visitor() {
        var page = of("rembang").get("/en/spbe", "Cookie", "SATUATAP_CITIZEN=made-up");

        assertThat(page.header("Set-Cookie")).isEmpty();
        assertThat(page.header("Cache-Control")).isEqualTo("public, max-age=60");
        assertThat(page.text()).contains("href=\"/saya/?bahasa=en\"").contains("href=\"/admin/\"");
    }

    private static String session(Site.Answer answer) {
        return answer.whole().headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith("SATUATAP_CITIZEN="))
                .findFirst()
                .orElse("");
    }

    private static String cookies(Site.Answer answer) {
        return answer.whole().headers().allValues("Set-Cookie").stream()
                .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
                .reduce((one, other) -> one + "; " + other)
                .orElse("");
    }

    private Site of(String tenant) {
        return new Site(port, tenant);
    }
}
