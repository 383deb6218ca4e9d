package id.satuatap.identity.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import id.satuatap.identity.IdentityProperties;
import id.satuatap.identity.TestProperties;
import id.satuatap.identity.crypto.TestKeySecret;
import id.satuatap.text.UnwantedCharacter;
import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** What people type, and what their browsers bring back: an address, a password, a cookie. */
class AccountFuzzTest {

    private static final UUID ACCOUNT = UUID.fromString("0190f3c2-0000-7000-8000-000000000001");
    private static final IdentityProperties PROPERTIES = TestProperties.https();
    private static final String COOKIE = PROPERTIES.cookie(DeviceCookies.COOKIE);
    private static final DeviceCookies DEVICES = new DeviceCookies(TestKeySecret.of(PROPERTIES), PROPERTIES);
    private static final PasswordRules RULES = new PasswordRules();
    private static final EmailAddress OWN = new EmailAddress("siti.aminah@rembangkab.go.id");

    @ValueSource(
            strings = {
                " Siti@Rembangkab.GO.ID ",
                "a.b+c@googlemail.com",
                "x@notgooglemail.com",
                "+x@gmail.com",
                "a@b",
                "ａ@ｂ.id"
            })
    @FuzzTest(maxDuration = "2m")
    void an_address_is_kept_in_one_form_or_not_at_all(@NotNull String typed) {
        parsed(typed).ifPresent(address -> {
            assertThat(EmailAddress.parse(address.value())).contains(address);
            assertThat(address.value()).hasSizeLessThanOrEqualTo(254).isLowerCase();
            assertThat(address.value().chars()).allMatch(letter -> letter > ' ' && letter < 127);
            var domain = address.value().substring(address.value().indexOf('@') + 1);
            var mailbox = address.mailbox();
            assertThat(mailbox).endsWith("@" + (domain.equals("googlemail.com") ? "gmail.com" : domain));
        });
    }

    private static Optional<EmailAddress> parsed(String typed) {
        try {
            return EmailAddress.parse(typed);
        } catch (UnwantedCharacter named) {
            return Optional.empty();
        }
    }

    @CsvSource({"satuatapsatuatap, Siti", "'1234567890', Siti", "siti.aminah@rembangkab.go.id, Siti", "ﬃﬃﬃﬃ, ''"})
    @FuzzTest(maxDuration = "2m")
    void a_password_is_judged(@NotNull String password, @NotNull String name) {
        var fault = RULES.fault(password, OWN, name);

        if (fault.isEmpty()) {
            var kept = Passwords.normal(password);
            assertThat(kept.codePointCount(0, kept.length())).isGreaterThanOrEqualTo(PasswordRules.SHORTEST);
            assertThat(kept.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(Passwords.LONGEST_IN_BYTES);
            assertThat(RULES.fault(kept, OWN, name)).isEmpty();
        }
    }

    @ValueSource(strings = {"a.b", "~~~", "0123.abc~\"x y\"", "é", "a,b;c", "."})
    @FuzzTest(maxDuration = "2m")
    void a_cookie_of_strangers_is_worth_nothing_and_stops_nobody(@NotNull String cookie) {
        var request = new MockHttpServletRequest();
        request.setCookies(new Cookie(COOKIE, cookie));
        assertThat(DEVICES.device(request, ACCOUNT)).isEmpty();
        var response = new MockHttpServletResponse();

        DEVICES.remember(request, response, ACCOUNT);

        var given = Objects.requireNonNull(response.getCookie(COOKIE));
        assertThat(given.getValue()).matches("[A-Za-z0-9._~-]{1,400}");
        var next = new MockHttpServletRequest();
        next.setCookies(given);
        assertThat(DEVICES.device(next, ACCOUNT)).isPresent();
        assertThat(DEVICES.device(next, new UUID(1, 2))).isEmpty();
    }
}
