package id.satuatap.identity.account;

import static org.assertj.core.api.Assertions.assertThat;

import id.satuatap.identity.AtOnce;
import id.satuatap.identity.Browser;
import id.satuatap.identity.IdentityProperties;
import id.satuatap.identity.RunningIdentity;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SignInIT {

    private static final String RIGHT = RunningIdentity.PASSWORD;

    private final RunningIdentity identity = RunningIdentity.shared();

    @Test
    void a_wrong_password_and_an_unknown_account_look_the_same() {
        var wrong = identity.browserAt("198.51.100.1").signIn("coordinator.rembang", "salah sekali ini");
        var unknown = identity.browserAt("198.51.100.1").signIn("coordinator.zzzzzzz", "salah sekali ini");

        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(unknown.statusCode()).isEqualTo(401);
        assertThat(wrong.body()).contains("tidak cocok");
        assertThat(neutral(wrong.body())).isEqualTo(neutral(unknown.body()).replace("zzzzzzz", "rembang"));
    }

    @Test
    void a_pasted_name_loses_what_nobody_sees_and_a_password_never_changes() {
        var pasted = "\u00a0overseer.bengkulu\u200b\n";

        assertThat(identity.browserAt("198.51.100.21").signIn(pasted, RIGHT).statusCode())
                .isEqualTo(303);
        assertThat(identity.browserAt("198.51.100.22")
                        .signIn(pasted, RIGHT + "\u200b")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void guessing_is_slowed_down_here_but_not_at_another_address() {
        var attacker = identity.browserAt("198.51.100.7");
        for (int turn = 0; turn < 5; turn++) {
            assertThat(attacker.signIn("overseer.bengkulu", "tebakan " + turn).statusCode())
                    .isEqualTo(401);
        }

        var throttled = attacker.signIn("overseer.bengkulu", RIGHT);
        var elsewhere = identity.browserAt("198.51.100.8").signIn("overseer.bengkulu", RIGHT);

        assertThat(throttled.statusCode()).isEqualTo(429);
        assertThat(throttled.headers().firstValue("Retry-After")).isPresent();
        assertThat(throttled.body()).contains("Terlalu banyak percobaan");
        assertThat(elsewhere.statusCode()).isEqualTo(303);
    }

    @Test
    void an_unknown_account_is_slowed_down_in_the_same_way() {
        var attacker = identity.browserAt("198.51.100.9");
        var statuses = IntStream.range(0, 6)
                .map(turn -> attacker.signIn("nobody.here", "tebakan " + turn).statusCode())
                .toArray();

        assertThat(statuses).containsExactly(401, 401, 401, 401, 401, 429);
    }

    @Test
    void parallel_guesses_gain_nothing() {
        var statuses = IntStream.range(0, 24)
                .parallel()
                .map(turn -> identity.browserAt("198.51.100.20")
                        .signIn("overseer.bengkulu", "tebakan " + turn)
                        .statusCode())
                .toArray();

        assertThat(IntStream.of(statuses).filter(status -> status == 401).count())
                .isLessThanOrEqualTo(6);
    }

    @Test
    void fifty_who_sign_in_at_once_from_one_office_all_get_an_answer() throws Exception {
        var statuses = AtOnce.fifty(turn -> {
            var browser = identity.browserAt("198.51.100.21");
            var form = new HashMap<>(Browser.hidden(browser.get("/sign-in").body()));
            form.putAll(Map.of("username", "overseer.bengkulu", "password", RIGHT));
            return () -> browser.post("/sign-in", form).statusCode();
        });

        assertThat(statuses).containsOnly(303, 429);
    }

    @Test
    void a_device_that_signed_in_before_gets_in_while_its_address_is_throttled() {
        var owner = identity.browserAt("198.51.100.30");
        owner.signIn("overseer.bengkulu", RIGHT);
        owner.submit("/sign-out", "/sign-out", Map.of());
        var attacker = identity.browserAt("198.51.100.30");
        for (int turn = 0; turn < 6; turn++) {
            attacker.signIn("overseer.bengkulu", "tebakan " + turn);
        }

        assertThat(attacker.signIn("overseer.bengkulu", RIGHT).statusCode()).isEqualTo(429);
        assertThat(owner.signIn("overseer.bengkulu", RIGHT).statusCode()).isEqualTo(303);
    }

    @Test
    void a_device_known_for_one_account_has_no_privilege_at_another() {
        var browser = identity.browserAt("198.51.100.31");
        browser.signIn("overseer.bengkulu", RIGHT);
        browser.submit("/sign-out", "/sign-out", Map.of());

        var statuses = IntStream.range(0, 6)
                .map(turn ->
                        browser.signIn("coordinator.rembang", "tebakan " + turn).statusCode())
                .toArray();

        assertThat(statuses).endsWith(429);
    }

    @Test
    void a_client_cannot_choose_its_own_address() {
        try (var strict = RunningIdentity.with(Map.of("satuatap.trusted-proxies", "192.0.2.1/32"))) {
            var statuses = IntStream.range(0, 6)
                    .map(turn -> strict.browserAt("203.0.113." + turn)
                            .signIn("overseer.bengkulu", "tebakan " + turn)
                            .statusCode())
                    .toArray();

            assertThat(statuses).endsWith(429);
        }
    }

    @Test
    void an_address_in_a_private_network_is_no_gateway_unless_it_is_named() {
        assertThat(identity.part(IdentityProperties.class).trustedProxies())
                .containsExactlyInAnyOrder("127.0.0.0/8", "::1/128");
    }

    @Test
    void over_https_every_cookie_belongs_to_this_host_alone() {
        try (var secure = RunningIdentity.with(Map.of(
                "satuatap.issuer", "https://id.satuatap.example", "satuatap.base-url", "https://satuatap.example"))) {
            var browser = secure.browser();
            var page = browser.get("/sign-in?lang=en");
            var form = new HashMap<>(Browser.hidden(page.body()));
            form.putAll(Map.of("username", "overseer.bengkulu", "password", RIGHT));
            var session = page.headers().allValues("Set-Cookie").stream()
                    .map(cookie -> cookie.split(";", 2)[0])
                    .collect(Collectors.joining("; ")); // the browser of these tests keeps no secure cookie
            var signedIn = browser.header("Cookie", session).post("/sign-in", form);

            var cookies = Stream.of(page, signedIn)
                    .flatMap(answer -> answer.headers().allValues("Set-Cookie").stream())
                    .toList();
            assertThat(cookies)
                    .hasSize(4)
                    .allMatch(cookie -> cookie.startsWith("__Host-SATUATAP_")
                            && cookie.contains("Path=/;")
                            && cookie.contains("Secure")
                            && cookie.contains("HttpOnly")
                            && !cookie.contains("Domain="));
            assertThat(signedIn.statusCode()).isEqualTo(303);
        }
    }

    @Test
    void a_session_gets_a_new_number_when_somebody_signs_in() {
        var browser = identity.browserAt("198.51.100.40");
        var before = browser.get("/sign-in").headers().allValues("Set-Cookie");
        var after = browser.signIn("overseer.bengkulu", RIGHT).headers().allValues("Set-Cookie");

        assertThat(before)
                .anyMatch(cookie -> cookie.startsWith("SATUATAP_ID=")
                        && cookie.contains("HttpOnly")
                        && cookie.contains("SameSite=Lax"));
        assertThat(after).anyMatch(cookie -> cookie.startsWith("SATUATAP_ID="));
        assertThat(after).anyMatch(cookie -> cookie.startsWith("SATUATAP_DEVICE=") && cookie.contains("HttpOnly"));
    }

    @Test
    void a_form_without_its_hidden_field_is_not_taken() {
        var browser = identity.browserAt("198.51.100.41");

        var response = browser.post("/sign-in", Map.of("username", "overseer.bengkulu", "password", RIGHT));

        assertThat(Browser.location(response)).isEqualTo("/sign-in?expired");
    }

    private static String neutral(String html) {
        return html.replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "");
    }
}
