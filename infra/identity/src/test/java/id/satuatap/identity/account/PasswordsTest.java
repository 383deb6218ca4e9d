package id.satuatap.identity.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PasswordsTest {

    private static final int KIND_AND_STRENGTH = "$2a$10$".length();

    private final Passwords passwords = new Passwords();

    @Test
    void an_unknown_account_costs_as_much_to_check_as_a_known_one() {
        var known = passwords.hash("jembatan kayu tua");

        var unknown = passwords.compared(null);

        assertThat(passwords.compared(known)).isEqualTo(known);
        assertThat(unknown.substring(0, KIND_AND_STRENGTH)).isEqualTo(known.substring(0, KIND_AND_STRENGTH));
        assertThat(passwords.matches("nobody has this password", null)).isFalse();
    }

    @Test
    void a_password_too_long_for_bcrypt_never_fits() {
        var hash = passwords.hash("a".repeat(72));

        assertThat(passwords.matches("a".repeat(72), hash)).isTrue();
        assertThat(passwords.matches("a".repeat(73), hash)).isFalse();
    }
}
