package id.satuatap.identity.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

    @Test
    void an_address_is_kept_trimmed_and_in_lower_case() {
        assertThat(EmailAddress.parse("  Siti@Warga.Example ")).contains(new EmailAddress("siti@warga.example"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\u00a0siti@warga.example\u200b", "siti@\ufeffwarga.example", "si\u00adti@warga.example\u2003"})
    void signs_that_nobody_sees_are_not_part_of_an_address(String pasted) {
        assertThat(EmailAddress.parse(pasted)).contains(new EmailAddress("siti@warga.example"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "siti",
                "siti@",
                "@warga.example",
                "a b@warga.example",
                "siti@warga",
                "siti@warga..example",
                "siti@warga.example\r\nBcc: x@y.example",
                "siti@warga.example,x@y.example",
                "<siti@warga.example>",
                "s\u0456ti@warga.example"
            })
    void what_is_no_single_plain_address_is_refused(String typed) {
        assertThat(EmailAddress.parse(typed)).isEmpty();
    }

    @Test
    void an_endless_address_is_refused_at_once() {
        assertThat(EmailAddress.parse("a".repeat(1_000_000) + "@warga.example")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "a.b+c@gmail.com, ab@gmail.com",
        "ab@googlemail.com, ab@gmail.com",
        "a.b+c@warga.example, a.b@warga.example"
    })
    void spellings_of_one_mailbox_have_one_key(String address, String mailbox) {
        assertThat(new EmailAddress(address).mailbox()).isEqualTo(mailbox);
    }
}
