package id.satuatap.core.member;

import java.util.Locale;

/** The mailbox that an address leads to. */
final class Mailbox {

    /** What mail servers in government take: no quotes, no spaces, no invisible characters, a domain with a dot. */
    static final String ADDRESS = "[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*\\.[A-Za-z]{2,}";

    private Mailbox() {}

    /** {@code siti+a@x.example} and {@code siti+b@x.example} are one, so a cap counts them together. */
    static String of(String email) {
        var at = email.lastIndexOf('@');
        var plus = email.indexOf('+');
        var bare = plus > 0 && plus < at ? email.substring(0, plus) + email.substring(at) : email;
        return bare.toLowerCase(Locale.ROOT);
    }
}
