package id.satuatap.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import id.satuatap.identity.Browser;
import id.satuatap.identity.CodeFlow;
import id.satuatap.identity.RunningIdentity;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodeFlowIT {

    private final RunningIdentity identity = RunningIdentity.shared();

    @Test
    void a_person_signs_in_and_the_tokens_say_who_and_nothing_else() {
        var tokens = new CodeFlow().tokens(identity.browser(), "coordinator.rembang");

        var access = CodeFlow.claims(tokens.get("access_token").asString());
        assertThat(access.getClaims().keySet())
                .containsExactlyInAnyOrder(
                        "iss",
                        "sub",
                        "aud",
                        "iat",
                        "nbf",
                        "exp",
                        "jti",
                        "client_id",
                        "name",
                        "email",
                        "email_verified",
                        "preferred_username");
        assertThat(access.getSubject()).isEqualTo(RunningIdentity.COORDINATOR.toString());
        assertThat(access.getAudience()).containsExactly("platform-core");
        assertThat(access.getClaim("client_id")).isEqualTo("tenant-admin");
        assertThat(access.getClaim("email")).isEqualTo("coordinator.rembang@contoh.example");
        assertThat(access.getClaim("email_verified")).isEqualTo(true);
        assertThat(access.getClaim("preferred_username")).isEqualTo("coordinator.rembang");
        var id = CodeFlow.claims(tokens.get("id_token").asString());
        assertThat(id.getAudience()).containsExactly("tenant-admin");
        assertThat(id.getClaim("name")).isEqualTo("Koordinator SPBE Rembang (akun contoh)");
        assertThat(id.getClaim("nonce")).isEqualTo("nonce-1");
    }

    @Test
    void an_e_mail_address_signs_in_like_a_user_name() {
        var browser = identity.browser();

        assertThat(Browser.location(browser.signIn("Coordinator.Rembang@Contoh.Example", RunningIdentity.PASSWORD)))
                .isEqualTo("/");
        assertThat(browser.get("/").body()).contains("Koordinator SPBE Rembang (akun contoh)");
    }

    @Test
    void user_info_answers_the_access_token_and_refuses_the_id_token() {
        var tokens = new CodeFlow().tokens(identity.browser(), "coordinator.rembang");

        var right = identity.browser()
                .header("Authorization", "Bearer " + tokens.get("access_token").asString())
                .get("/userinfo");
        var wrong = identity.browser()
                .header("Authorization", "Bearer " + tokens.get("id_token").asString())
                .get("/userinfo");

        assertThat(CodeFlow.json(right.body()).get("email").asString()).isEqualTo("coordinator.rembang@contoh.example");
        assertThat(wrong.statusCode()).isEqualTo(401);
    }

    @Test
    void whoever_asks_without_a_person_is_told_that_one_is_needed() {
        var silent = new CodeFlow().with("prompt", "none").with("state", "a b&c=d");
        var nobody = identity.browser();

        var answer = Browser.location(nobody.get(silent.authorize()));

        assertThat(answer).startsWith(CodeFlow.REDIRECT + "?");
        assertThat(Browser.query(answer))
                .containsEntry("error", "login_required")
                .containsEntry("state", "a b&c=d");
        var elsewhere =
                nobody.get(silent.with("redirect_uri", "http://evil.example/").authorize());
        assertThat(Browser.location(elsewhere)).doesNotContain("evil");
    }

    @Test
    void every_answer_names_its_issuer_and_the_metadata_say_so() {
        var browser = identity.browser();
        var silent = browser.get(new CodeFlow().with("prompt", "none").authorize());
        browser.signIn("coordinator.rembang", RunningIdentity.PASSWORD);
        var code = browser.get(new CodeFlow().authorize());
        var refused = browser.get(new CodeFlow().with("scope", "openid admin").authorize());
        var metadata =
                CodeFlow.json(browser.get("/.well-known/openid-configuration").body());

        for (var answer : List.of(silent, code, refused)) {
            assertThat(Browser.query(Browser.location(answer))).containsEntry("iss", RunningIdentity.ISSUER);
        }
        assertThat(Browser.query(Browser.location(refused))).containsEntry("error", "invalid_scope");
        assertThat(metadata.get("authorization_response_iss_parameter_supported")
                        .asBoolean())
                .isTrue();
        assertThat(metadata.get("issuer").asString()).isEqualTo(RunningIdentity.ISSUER);
    }

    @Test
    void without_a_proof_key_or_with_a_plain_one_there_is_no_code() {
        var browser = identity.browser();
        browser.signIn("coordinator.rembang", RunningIdentity.PASSWORD);

        var none = browser.get(new CodeFlow()
                .without("code_challenge")
                .without("code_challenge_method")
                .authorize());
        var plain = browser.get(
                new CodeFlow().with("code_challenge_method", "plain").authorize());
        var right = browser.get(new CodeFlow().authorize());

        assertThat(Browser.query(Browser.location(none))).containsEntry("error", "invalid_request");
        assertThat(Browser.query(Browser.location(plain))).containsEntry("error", "invalid_request");
        assertThat(Browser.query(Browser.location(right))).containsKey("code");
    }

    @Test
    void each_application_comes_back_to_its_own_path_only() {
        var browser = identity.browser();
        browser.signIn("coordinator.rembang", RunningIdentity.PASSWORD);
        var portal = "http://rembang.localhost:8080/login/oauth2/code/satuatap";

        var own = browser.get(new CodeFlow()
                .with("client_id", "citizen-ui")
                .with("redirect_uri", portal)
                .authorize());
        var strayed = browser.get(new CodeFlow().with("redirect_uri", portal).authorize());
        var other = browser.get(new CodeFlow().with("client_id", "citizen-ui").authorize());

        assertThat(Browser.location(own)).startsWith(portal + "?code=");
        assertThat(strayed.statusCode()).isEqualTo(400);
        assertThat(other.statusCode()).isEqualTo(400);
    }

    @Test
    void a_code_without_its_verifier_or_used_twice_gets_nothing_and_the_second_use_ends_the_first() {
        var browser = identity.browser();
        var flow = new CodeFlow();
        var code = flow.code(browser, "coordinator.rembang");

        var stolen = browser.postAs(
                "tenant-admin",
                RunningIdentity.ADMIN_SECRET,
                "/oauth2/token",
                Map.of("grant_type", "authorization_code", "code", code, "redirect_uri", CodeFlow.REDIRECT));
        assertThat(stolen.statusCode()).isEqualTo(400);

        var tokens = CodeFlow.tokens(browser, flow.exchange(code));
        var replay = browser.postAs("tenant-admin", RunningIdentity.ADMIN_SECRET, "/oauth2/token", flow.exchange(code));

        assertThat(replay.statusCode()).isEqualTo(400);
        assertThat(CodeFlow.refresh(browser, tokens.get("refresh_token").asString()))
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://evil.example/admin/login/oauth2/code/satuatap",
                "http://evil.rembang.localhost:8080/admin/login/oauth2/code/satuatap",
                "http://rembang.localhost:8080.evil.example/admin/login/oauth2/code/satuatap",
                "http://rembang.localhost:8081/admin/login/oauth2/code/satuatap",
                "http://rembang.localhost:8080/admin/login/oauth2/code/satuatap/",
                "http://rembang.localhost:8080/admin/login/oauth2/code/satuatap?x=1",
                "http://rembang.localhost:8080/admin/login/oauth2/code/satuatap#x",
                "http://rembang.localhost:8080/admin/../admin/login/oauth2/code/satuatap",
                "http://rembang.localhost:8080/%61dmin/login/oauth2/code/satuatap",
                "http://user@rembang.localhost:8080/admin/login/oauth2/code/satuatap",
                "http://REMBANG.localhost:8080/admin/login/oauth2/code/satuatap",
                "https://rembang.localhost:8080/admin/login/oauth2/code/satuatap",
                "http://127.0.0.1:8080/admin/login/oauth2/code/satuatap",
                "http://lebong.localhost:8080/admin/login/oauth2/code/satuatap",
                "http://unknown.localhost:8080/admin/login/oauth2/code/satuatap",
                "//evil.example"
            })
    void a_redirect_to_a_foreign_address_is_refused_and_leads_nowhere(String redirect) {
        var browser = identity.browser();
        browser.signIn("coordinator.rembang", RunningIdentity.PASSWORD);

        var response = browser.get(new CodeFlow().with("redirect_uri", redirect).authorize());

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(Browser.location(response)).isEmpty();
        assertThat(response.body()).contains("Permintaan masuk tidak sah").doesNotContain("evil");
    }

    @Test
    void the_bare_host_may_sign_people_in_too() {
        var redirect = "http://localhost:8080/admin/login/oauth2/code/satuatap";
        var browser = identity.browser();
        browser.signIn("overseer.bengkulu", RunningIdentity.PASSWORD);

        var response = browser.get(new CodeFlow().with("redirect_uri", redirect).authorize());

        assertThat(Browser.location(response)).startsWith(redirect + "?code=");
    }

    @Test
    void a_refresh_token_is_changed_each_time_and_one_used_again_later_ends_the_session() {
        var browser = identity.browser();
        var first = new CodeFlow()
                .tokens(browser, "coordinator.rembang")
                .get("refresh_token")
                .asString();
        var second = CodeFlow.tokens(browser, CodeFlow.refreshing(first));
        var third = CodeFlow.tokens(
                browser, CodeFlow.refreshing(second.get("refresh_token").asString()));
        assertThat(second.get("refresh_token").asString())
                .isNotEqualTo(first)
                .isNotEqualTo(third.get("refresh_token").asString());
        assertThat(CodeFlow.claims(second.get("access_token").asString()).getClaim("name"))
                .isEqualTo("Koordinator SPBE Rembang (akun contoh)");

        identity.sql()
                .sql("update refresh_token set spent_at = spent_at - interval '1 minute'")
                .update();

        assertThat(CodeFlow.refresh(browser, first)).isEqualTo(400);
        assertThat(CodeFlow.refresh(browser, third.get("refresh_token").asString()))
                .isEqualTo(400);
        assertThat(audited("refresh-token.used-twice")).isEqualTo(1);
    }

    @Test
    void two_requests_of_one_session_may_refresh_at_once() {
        var browser = identity.browser();
        var token = new CodeFlow()
                .tokens(browser, "coordinator.rembang")
                .get("refresh_token")
                .asString();

        var both = IntStream.range(0, 2)
                .parallel()
                .mapToObj(turn -> CodeFlow.tokens(browser, CodeFlow.refreshing(token))
                        .get("refresh_token")
                        .asString())
                .toList();

        assertThat(both)
                .doesNotHaveDuplicates()
                .allSatisfy(next -> assertThat(CodeFlow.refresh(browser, next)).isEqualTo(200));
    }

    @Test
    void no_token_and_no_code_can_be_read_in_the_database() {
        var browser = identity.browser();
        var flow = new CodeFlow();
        var code = flow.code(browser, "coordinator.rembang");
        var tokens = CodeFlow.tokens(browser, flow.exchange(code));

        var rows = identity.sql()
                .sql("select a::text || r::text from oauth2_authorization a, refresh_token r")
                .query(String.class)
                .list();

        assertThat(String.join("\n", rows))
                .isNotEmpty()
                .doesNotContain(
                        code,
                        tokens.get("access_token").asString(),
                        tokens.get("id_token").asString(),
                        tokens.get("refresh_token").asString());
    }

    @Test
    void signing_out_at_one_application_ends_the_sign_in_everywhere_even_with_the_first_id_token() {
        var browser = identity.browser();
        var here = new CodeFlow().tokens(browser, "coordinator.rembang");
        var there = CodeFlow.tokens(browser, other(browser));
        CodeFlow.tokens(browser, CodeFlow.refreshing(here.get("refresh_token").asString()));

        var signedOut = browser.get("/connect/logout?"
                + Browser.encoded(Map.of(
                        "id_token_hint",
                        here.get("id_token").asString(),
                        "post_logout_redirect_uri",
                        "http://rembang.localhost:8080/admin/")));

        assertThat(Browser.location(signedOut)).isEqualTo("http://rembang.localhost:8080/admin/");
        assertThat(audited("signed-out")).isPositive();
        assertThat(Browser.location(browser.get("/"))).isEqualTo("/sign-in");
        assertThat(CodeFlow.refresh(browser, there.get("refresh_token").asString()))
                .isEqualTo(400);
    }

    @Test
    void a_forged_token_signs_nobody_out_and_a_foreign_address_is_not_followed() {
        var browser = identity.browser();
        var tokens = new CodeFlow().tokens(browser, "coordinator.rembang");
        var hint = tokens.get("id_token").asString();

        var forged = browser.get("/connect/logout?id_token_hint=" + hint.substring(0, hint.length() - 6) + "AAAAAA");
        var foreign = browser.get("/connect/logout?id_token_hint=" + hint
                + "&post_logout_redirect_uri=http%3A%2F%2Fevil.example%2Fadmin%2F");

        assertThat(Browser.location(forged)).isEqualTo("/sign-out");
        assertThat(Browser.location(foreign)).isEqualTo("/sign-out");
        assertThat(browser.get("/").statusCode()).isEqualTo(200);
    }

    @Test
    void the_button_on_our_own_page_signs_out_too() {
        var browser = identity.browser();
        var tokens = new CodeFlow().tokens(browser, "coordinator.rembang");

        var signedOut = browser.submit("/sign-out", "/sign-out", Map.of());

        assertThat(Browser.location(signedOut)).isEqualTo("/sign-in?signed-out");
        assertThat(Browser.location(browser.get("/"))).isEqualTo("/sign-in");
        assertThat(CodeFlow.refresh(browser, tokens.get("refresh_token").asString()))
                .isEqualTo(400);
    }

    @Test
    void a_session_of_an_application_outlives_a_restart() {
        try (var alone = RunningIdentity.with(Map.of())) {
            var tokens = new CodeFlow().tokens(alone.browser(), "coordinator.rembang");

            alone.restart();

            assertThat(CodeFlow.refresh(
                            alone.browser(), tokens.get("refresh_token").asString()))
                    .isEqualTo(200);
        }
    }

    private int audited(String action) {
        return identity.sql()
                .sql("select count(*) from audit_event where action = :action and account_id = :account")
                .param("action", action)
                .param("account", RunningIdentity.COORDINATOR)
                .query(Integer.class)
                .single();
    }

    private static Map<String, String> other(Browser browser) {
        var flow = new CodeFlow();
        return flow.exchange(flow.codeOf(browser));
    }
}
