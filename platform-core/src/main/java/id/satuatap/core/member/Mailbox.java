package id.satuatap.core.member;

import java.util.Locale;

/** Which mailbox an address leads to: {@code siti+a@x.example} and {@code siti+b@x.example} are one, so a cap counts them together. */
final class Mailbox {

    private Mailbox() {}

    static String of(String email) {
        var at = email.lastIndexOf('@');
        var plus = email.indexOf('+');
        var bare = plus > 0 && plus < at ? email.substring(0, plus) + email.substring(at) : email;
        return bare.toLowerCase(Locale.ROOT);
    }
}
