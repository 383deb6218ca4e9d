package id.satuatap.identity.account;

import id.satuatap.text.CleanText;
import id.satuatap.text.UnwantedCharacter;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** An e-mail address as it is kept: trimmed, in lower case, plain ASCII. An object that exists is valid. */
public record EmailAddress(String value) {

    private static final int LONGEST = 254;
    private static final Pattern SYNTAX =
            Pattern.compile("[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
                    + "(?:\\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)+");

    public EmailAddress {
        if (value.length() > LONGEST || !SYNTAX.matcher(value).matches()) {
            throw new IllegalArgumentException("Not an e-mail address");
        }
    }

    /** Empty for what is no address; {@link UnwantedCharacter} for what no text may hold. */
    public static Optional<EmailAddress> parse(String typed) {
        if (typed.length() > LONGEST + 10) {
            return Optional.empty();
        }
        var text = Normalizer.normalize(CleanText.line(typed), Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT);
        return text.length() <= LONGEST && SYNTAX.matcher(text).matches()
                ? Optional.of(new EmailAddress(text))
                : Optional.empty();
    }

    /**
     * One key for the spellings that reach one mailbox ({@code a.b+c@gmail.com} is {@code ab@gmail.com}), so that a cap
     * per recipient can't be walked around.
     */
    public String mailbox() {
        var at = value.indexOf('@');
        var local = value.substring(0, at).replaceFirst("\\+.*$", "");
        var named = value.substring(at + 1);
        var domain = named.equals("googlemail.com") ? "gmail.com" : named;
        return (domain.equals("gmail.com") ? local.replace(".", "") : local) + "@" + domain;
    }
}
