package id.satuatap.identity.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {

    private static final EmailAddress EMAIL = new EmailAddress("dewi.lestari@warga.example");

    private final PasswordRules rules = new PasswordRules();

    @ParameterizedTest
    @ValueSource(strings = {"kopi pahit pagi hari", "Zq8#mW2!pLx", "kuda laut berenang", "密码密码密码密码密码一二"})
    void a_long_uncommon_password_is_good(String password) {
        assertThat(rules.fault(password, EMAIL, "Dewi Lestari")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "sembilan9, password.short",
        "1234567890, password.common",
        "9876543210, password.common",
        "Indonesia2024!, password.common",
        "bismillah123, password.common",
        "ababababababab, password.common",
        "dewi.lestari@warga.example, password.own",
        "DewiLestari99, password.own",
        "dewilestaridewilestari, password.own"
    })
    void a_password_that_is_guessed_first_is_refused(String password, String fault) {
        assertThat(rules.fault(password, EMAIL, "Dewi Lestari")).contains(fault);
    }

    @Test
    void what_bcrypt_would_cut_off_is_refused() {
        assertThat(rules.fault("panjang sekali ".repeat(6), EMAIL, "Dewi")).contains("password.long");
    }

    @Test
    void the_same_letters_in_another_form_are_the_same_password() {
        var passwords = new Passwords();

        assertThat(passwords.matches("cafe\u0301 di tepi laut", passwords.hash("caf\u00e9 di tepi laut")))
                .isTrue();
        assertThat(passwords.matches("apa saja yang lain", null)).isFalse();
        assertThat(passwords.matches("x".repeat(100), passwords.hash("x".repeat(72))))
                .isFalse();
    }
}
