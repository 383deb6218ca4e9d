package id.satuatap.identity.account;

import static org.assertj.core.api.Assertions.assertThat;

import id.satuatap.identity.AtOnce;
import id.satuatap.identity.Browser;
import id.satuatap.identity.CodeFlow;
import id.satuatap.identity.Mailbox;
import id.satuatap.identity.RunningIdentity;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegistrationIT {

    private static final String PASSWORD = "sambal terasi di meja";

    private final RunningIdentity identity = RunningIdentity.shared();

    @Test
    void somebody_registers_proves_the_address_and_signs_in() {
        var browser = identity.browser();
        assertThat(Browser.location(browser.get(new CodeFlow().authorize()))).isEqualTo("/sign-in");

        var asked = register(browser, "Siti Aminah", "Siti@Warga.Example");
        assertThat(Browser.location(asked)).isEqualTo("/register/sent");
        var mail = identity.mailbox().newest("siti@warga.example", 1);
        assertThat(mail).contains("Selesaikan pendaftaran Satu Atap").doesNotContain("Siti Aminah");
        var link = page(Mailbox.link(mail));
        assertThat(link).startsWith("/register/confirm?code=");
        assertThat(browser.get(link).body()).contains("siti@warga.example", "Buat kata sandi");
        var registered = browser.submit(link, "/register/confirm", Map.of("password", PASSWORD));
        assertThat(Browser.location(registered)).isEqualTo("/register/done");
        assertThat(browser.get("/register/done").body()).contains("E-mail terverifikasi");

        var signedIn = browser.signIn("siti@warga.example", PASSWORD);
        assertThat(Browser.location(signedIn)).startsWith("/oauth2/authorize?");
        var flow = new CodeFlow();
        var claims = CodeFlow.claims(CodeFlow.tokens(browser, flow.exchange(flow.codeOf(browser)))
                .get("access_token")
                .asString());
        assertThat(claims.getClaim("name")).isEqualTo("Siti Aminah");
        assertThat(claims.getClaim("email_verified")).isEqualTo(true);
        assertThat(claims.getClaim("preferred_username")).isEqualTo("siti@warga.example");
    }

    @Test
    void a_link_works_once() {
        var browser = identity.browser();
        register(browser, "Budi", "budi@warga.example");
        var link = page(Mailbox.link(identity.mailbox().newest("budi@warga.example", 1)));
        var form = Browser.hidden(browser.get(link).body());

        browser.submit(link, "/register/confirm", Map.of("password", PASSWORD));
        var again = browser.get(link);
        var forced = browser.post("/register/confirm", withPassword(form));

        assertThat(again.statusCode()).isEqualTo(410);
        assertThat(again.body()).contains("Tautan tidak berlaku lagi");
        assertThat(forced.statusCode()).isEqualTo(410);
    }

    @Test
    void who_has_an_account_already_gets_the_same_answer_and_another_mail() {
        var known = register(identity.browser(), "Orang Lain", "overseer.bengkulu@contoh.example");
        var unknown = register(identity.browser(), "Orang Lain", "belum.ada@warga.example");

        assertThat(Browser.location(known)).isEqualTo(Browser.location(unknown));
        assertThat(known.statusCode()).isEqualTo(unknown.statusCode());
        assertThat(identity.mailbox().newest("overseer.bengkulu@contoh.example", 1))
                .contains("Anda sudah punya akun", RunningIdentity.ISSUER + "/password/forgotten")
                .doesNotContain("code=");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    pendek|terlalu pendek
                    1234567890|mudah ditebak
                    katasandi123|mudah ditebak
                    aaaaaaaaaaaa|mudah ditebak
                    dewi.lestari@warga.example|nama atau alamat e-mail
                    dewilestari2024|nama atau alamat e-mail
                    """)
    void a_password_that_is_easy_to_guess_is_refused_with_the_reason(String password, String reason) {
        var browser = identity.browser();
        identity.sql()
                .sql("delete from mail_outbox where recipient = 'dewi.lestari@warga.example'")
                .update();
        var before = identity.mailbox().to("dewi.lestari@warga.example").size();
        register(browser, "Dewi Lestari", "dewi.lestari@warga.example");
        var link = page(Mailbox.link(identity.mailbox().newest("dewi.lestari@warga.example", before + 1)));

        var refused = browser.submit(link, "/register/confirm", Map.of("password", password));

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains(reason, "aria-invalid=\"true\"", "type=\"password\" value=\"\"");
    }

    @Test
    void a_sign_that_no_text_may_hold_is_named_beside_its_field() {
        var refused = register(identity.browser(), "Siti\uffff", "\u00a0siti@warga.example\u200b");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body())
                .contains("id=\"name-fault\">Karakter ke-5 (U+FFFF) bukan karakter")
                .doesNotContain("email-fault");
    }

    @Test
    void what_is_missing_or_wrong_is_named_and_what_was_typed_stays() {
        var refused = register(identity.browser(), "<script>", "bukan-alamat");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body())
                .contains("Tulis nama dengan huruf", "Tulis alamat e-mail yang lengkap", "value=\"bukan-alamat\"")
                .doesNotContain("<script>");
    }

    @Test
    void one_mailbox_gets_three_mails_an_hour_however_it_is_spelled() {
        for (var spelling :
                new String[] {"ratna.d@gmail.com", "ratnad@gmail.com", "r.atnad+a@gmail.com", "ratnad+b@gmail.com"}) {
            assertThat(Browser.location(register(identity.browser(), "Ratna", spelling)))
                    .isEqualTo("/register/sent");
        }

        var kept = identity.sql()
                .sql("select count(*) from mail_outbox where recipient_key = 'ratnad@gmail.com'")
                .query(Integer.class)
                .single();
        assertThat(kept).isEqualTo(3);
    }

    @Test
    void fifty_registrations_at_once_from_one_address_make_thirty_mails() throws Exception {
        var answers = AtOnce.fifty(turn -> {
            var browser = identity.browserAt("2001:db8:77::" + turn); // one subscriber has a whole /64
            var form = new HashMap<>(Browser.hidden(browser.get("/register").body()));
            form.putAll(Map.of("name", "Banyak", "email", "banyak%d@warga.example".formatted(turn)));
            return () -> browser.post("/register", form).statusCode();
        });

        assertThat(answers.stream().filter(status -> status == 303)).hasSize(30);
        assertThat(answers.stream().filter(status -> status == 429)).hasSize(20);
        assertThat(identity.sql()
                        .sql("select count(*) from mail_outbox where recipient like 'banyak%'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(30);
    }

    @Test
    void of_fifty_who_use_the_links_of_one_mailbox_at_once_one_makes_the_account() throws Exception {
        for (int letter = 0; letter < 3; letter++) {
            register(identity.browser(), "Rini", "rini@warga.example");
        }
        identity.mailbox().newest("rini@warga.example", 3);
        var links = identity.mailbox().to("rini@warga.example").stream()
                .map(Mailbox::link)
                .map(RegistrationIT::page)
                .toList();

        var answers = AtOnce.fifty(turn -> {
            var browser = identity.browserAt("198.51.101." + turn);
            var form =
                    withPassword(Browser.hidden(browser.get(links.get(turn % 3)).body()));
            return () -> browser.post("/register/confirm", form).statusCode();
        });

        assertThat(answers).containsOnlyOnce(303).containsOnly(303, 410);
        assertThat(identity.sql()
                        .sql("select count(*) from account where email = 'rini@warga.example'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    private static HttpResponse<String> register(Browser browser, String name, String email) {
        return browser.submit("/register", "/register", Map.of("name", name, "email", email));
    }

    private static Map<String, String> withPassword(Map<String, String> form) {
        var all = new HashMap<>(form);
        all.put("password", PASSWORD);
        return all;
    }

    private static String page(String link) {
        assertThat(link).startsWith(RunningIdentity.ISSUER + "/");
        var uri = URI.create(link);
        return uri.getPath() + "?" + uri.getQuery();
    }
}
