package id.satuatap.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import id.satuatap.identity.Browser;
import id.satuatap.identity.CodeFlow;
import id.satuatap.identity.RunningIdentity;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagesIT {

    private final RunningIdentity identity = RunningIdentity.shared();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/sign-in",
                "/register",
                "/register/sent",
                "/register/confirm?code=x",
                "/register/done",
                "/password/forgotten",
                "/password/sent",
                "/password/new?code=x",
                "/no-such-page"
            })
    void every_page_is_there_in_both_languages_without_script_style_or_foreign_resource(String page) {
        var indonesian = identity.browser().get(page);
        var english =
                identity.browser().header("Accept-Language", "en-GB,en;q=0.8").get(page);

        assertThat(indonesian.body()).contains("<html lang=\"id\">", "Langsung ke isi");
        assertThat(english.body()).contains("<html lang=\"en\">", "Skip to content");
        assertThat(indonesian.body() + english.body())
                .doesNotContain("<script", "<style", "style=\"", "??", "onclick")
                .doesNotContainPattern("(src|href)=\"(https?:)?//(?!localhost:8080)");
        assertThat(indonesian.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(indonesian.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(indonesian.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
        assertThat(indonesian.headers().firstValue("Cache-Control").orElseThrow())
                .contains("no-store");
    }

    @Test
    void a_language_once_chosen_stays() {
        var browser = identity.browser();

        browser.get("/sign-in?lang=en");

        assertThat(browser.get("/register").body()).contains("<html lang=\"en\">");
        assertThat(browser.get("/register?lang=id").body()).contains("<html lang=\"id\">");
        assertThat(identity.browser()
                        .header("Accept-Language", "fr;;;q=x")
                        .get("/sign-in?lang=xx")
                        .body())
                .contains("<html lang=\"id\">");
    }

    @Test
    void the_sign_in_page_shows_the_tenant_of_the_request_and_lets_the_form_lead_back_there() {
        var browser = identity.browser();
        browser.get(new CodeFlow().authorize());

        var page = browser.get("/sign-in?tenant=lebong&client_id=x&redirect_uri=http://evil.example/");

        assertThat(page.body()).contains("untuk melanjutkan ke Kabupaten Rembang", "/brand/rembang.css");
        assertThat(policy(page)).endsWith("form-action 'self' http://rembang.localhost:8080");
        assertThat(identity.browser().get("/brand/rembang.css").body())
                .isEqualTo(":root{--sa-accent:#0b6e4f;--sa-on-accent:#ffffff}");
    }

    @Test
    void a_foreign_return_address_brands_nothing_and_opens_nothing() {
        var browser = identity.browser();
        browser.get(new CodeFlow()
                .with("redirect_uri", "http://rembang.localhost:8080.evil.example/admin/login/oauth2/code/satuatap")
                .authorize());

        var page = browser.get("/sign-in?tenant=rembang");

        assertThat(page.body()).doesNotContain("Kabupaten Rembang");
        assertThat(policy(page)).endsWith("form-action 'self'");
    }

    @Test
    void the_host_a_browser_names_never_becomes_a_redirect() {
        var browser = identity.browser().header("X-Forwarded-Host", "evil.example");
        browser.get(new CodeFlow().authorize());

        var signedIn = browser.signIn("coordinator.rembang", RunningIdentity.PASSWORD);

        assertThat(Browser.location(signedIn)).startsWith("/oauth2/authorize?");
    }

    @Test
    void a_program_gets_problem_json_in_its_language() {
        var response = identity.browser()
                .header("Accept", "application/json")
                .header("Accept-Language", "en")
                .header("X-Request-Id", "abc-123")
                .get("/no-such-page");

        var problem = CodeFlow.json(response.body());
        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(problem.get("type").asString()).isEqualTo("urn:problem:identity.404");
        assertThat(problem.get("title").asString()).isEqualTo("No such page");
        assertThat(problem.get("requestId").asString()).isEqualTo("abc-123");
    }

    @Test
    void health_names_the_parts_and_metrics_are_there() {
        var health = identity.browser().header("Accept", "application/json").get("/actuator/health");
        var metrics = identity.browser().header("Accept", "text/plain").get("/actuator/prometheus");

        assertThat(CodeFlow.json(health.body()).get("components").propertyNames())
                .contains("db", "signingKeys");
        assertThat(metrics.body()).contains("satuatap_identity_mail_waiting", "http_server_requests_seconds");
    }

    @Test
    void the_tenants_of_today_decide_and_the_last_known_stay_while_core_is_away() {
        try (var alone = RunningIdentity.with(Map.of())) {
            var browser = alone.browser();
            browser.signIn("coordinator.rembang", RunningIdentity.PASSWORD);
            var flow = new CodeFlow();
            assertThat(Browser.location(browser.get(flow.authorize()))).startsWith(CodeFlow.REDIRECT);

            alone.stopCore();

            assertThat(Browser.location(browser.get(flow.authorize()))).startsWith(CodeFlow.REDIRECT);
        }
    }

    private static String policy(HttpResponse<?> response) {
        return response.headers().firstValue("Content-Security-Policy").orElseThrow();
    }
}
