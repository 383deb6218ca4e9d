package id.satuatap.identity.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.satuatap.identity.AtOnce;
import id.satuatap.identity.Browser;
import id.satuatap.identity.CodeFlow;
import id.satuatap.identity.Mailbox;
import id.satuatap.identity.RunningIdentity;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ForgottenPasswordIT {

    private static final String EMAIL = "coordinator.rembang@contoh.example";
    private static final String NEW = "tujuh gunung dan laut";

    private final RunningIdentity identity = RunningIdentity.with(Map.of());

    @AfterEach
    void stop() {
        identity.close();
    }

    @Test
    void a_new_password_is_chosen_once_and_ends_every_sign_in() {
        var elsewhere = identity.browser();
        var tokens = new CodeFlow().tokens(elsewhere, "coordinator.rembang");
        var browser = identity.browser();
        assertThat(Browser.location(ask(browser, EMAIL))).isEqualTo("/password/sent");
        var link = page(Mailbox.link(identity.mailbox().newest(EMAIL, 1)));

        assertThat(browser.get(link).statusCode()).isEqualTo(200);
        var changed = browser.submit(link, "/password/new", Map.of("password", NEW));

        assertThat(Browser.location(changed)).isEqualTo("/sign-in?changed");
        assertThat(browser.get(link).statusCode()).isEqualTo(410);
        assertThat(browser.signIn("coordinator.rembang", RunningIdentity.PASSWORD)
                        .statusCode())
                .isEqualTo(401);
        assertThat(browser.signIn("coordinator.rembang", NEW).statusCode()).isEqualTo(303);
        assertThat(CodeFlow.refresh(
                        identity.browser(), tokens.get("refresh_token").asString()))
                .isEqualTo(400);
        assertThat(Browser.location(elsewhere.get("/"))).startsWith("/sign-in");
    }

    @Test
    void known_and_unknown_addresses_get_the_same_answer_but_only_one_a_mail() {
        var known = ask(identity.browser(), EMAIL);
        var unknown = ask(identity.browser(), "tidak.ada@warga.example");

        assertThat(unknown.statusCode()).isEqualTo(known.statusCode());
        assertThat(Browser.location(unknown)).isEqualTo(Browser.location(known));
        identity.mailbox().newest(EMAIL, 1);
        await().until(() -> identity.sql()
                .sql("select count(*) = 0 from mail_outbox where state = 'WAITING'")
                .query(Boolean.class)
                .single());
        assertThat(identity.mailbox().to("tidak.ada@warga.example")).isEmpty();
    }

    @Test
    void the_link_names_the_canonical_host_whatever_host_was_asked() {
        var browser = identity.browser();
        browser.header("X-Forwarded-Host", "evil.example");

        ask(browser, EMAIL);

        assertThat(identity.mailbox().newest(EMAIL, 1))
                .contains(RunningIdentity.ISSUER + "/password/new?code=")
                .doesNotContain("evil");
    }

    @Test
    void a_link_is_too_old_after_half_an_hour_and_its_code_is_nowhere_in_the_database() {
        var browser = identity.browser();
        ask(browser, EMAIL);
        var link = page(Mailbox.link(identity.mailbox().newest(EMAIL, 1)));
        var life = identity.sql()
                .sql("select extract(epoch from expires_at - created_at)::int from one_time_code")
                .query(Integer.class)
                .single();
        var stored = identity.sql()
                .sql("select string_agg(c::text, '') || string_agg(m::text, '') from one_time_code c, mail_outbox m")
                .query(String.class)
                .single();

        identity.sql().sql("update one_time_code set expires_at = now()").update();

        assertThat(life).isEqualTo(1800);
        assertThat(stored).doesNotContain(link.substring(link.indexOf('=') + 1));
        assertThat(browser.get(link).statusCode()).isEqualTo(410);
        assertThat(browser.get("/password/new?code=guess").statusCode()).isEqualTo(410);
    }

    @Test
    void fifty_who_ask_at_once_for_one_mailbox_make_three_mails_however_it_is_spelled() throws Exception {
        var answers = AtOnce.fifty(turn -> {
            var browser = identity.browserAt("198.51.100." + turn);
            var form = new HashMap<>(
                    Browser.hidden(browser.get("/password/forgotten").body()));
            form.put("email", "coordinator.rembang+%d@contoh.example".formatted(turn));
            return () -> Browser.location(browser.post("/password/forgotten", form));
        });

        assertThat(answers).containsOnly("/password/sent");
        assertThat(identity.sql()
                        .sql("select count(*) from mail_outbox where recipient_key = :mailbox")
                        .param("mailbox", EMAIL)
                        .query(Integer.class)
                        .single())
                .isEqualTo(3);
    }

    private static HttpResponse<String> ask(Browser browser, String email) {
        return browser.submit("/password/forgotten", "/password/forgotten", Map.of("email", email));
    }

    private static String page(String link) {
        var uri = URI.create(link);
        return uri.getPath() + "?" + uri.getQuery();
    }
}
