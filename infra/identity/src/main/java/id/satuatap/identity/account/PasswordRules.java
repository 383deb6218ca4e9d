package id.satuatap.identity.account;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * What a new password must be: long, not a variation of a common one, and not the person's own name or address. No rule
 * about digits and signs: they make passwords worse (NIST SP 800-63B).
 */
@Component
public class PasswordRules {

    static final int SHORTEST = 10;

    private final Set<String> common = commonPasswords();

    /** The key of the sentence that says what is wrong, or empty. */
    public Optional<String> fault(String password, EmailAddress email, String name) {
        var normal = Passwords.normal(password);
        if (normal.codePointCount(0, normal.length()) < SHORTEST) {
            return Optional.of("password.short");
        }
        if (normal.getBytes(StandardCharsets.UTF_8).length > Passwords.LONGEST_IN_BYTES) {
            return Optional.of("password.long");
        }
        var plain = normal.toLowerCase(Locale.ROOT);
        if (isOwn(plain, email, name)) {
            return Optional.of("password.own");
        }
        return isCommon(plain) ? Optional.of("password.common") : Optional.empty();
    }

    private static boolean isOwn(String password, EmailAddress email, String name) {
        var letters = letters(password);
        var local = email.value().substring(0, email.value().indexOf('@'));
        return password.equals(email.value()) || isAllOf(letters, letters(local)) || isAllOf(letters, letters(name));
    }

    /** Whether nothing is left of the password but {@code own}, however often it is repeated. */
    private static boolean isAllOf(String letters, String own) {
        return own.length() >= 3
                && !letters.isEmpty()
                && letters.replace(own, "").isEmpty();
    }

    private boolean isCommon(String password) {
        var word = password.replaceAll("[^a-z]+$", "").replaceAll("^[^a-z]+", "");
        return common.contains(password)
                || common.contains(word)
                || password.chars().distinct().count() <= 3
                || isRun(password);
    }

    /** 1234567890, abcdefghij, 9876543210. */
    private static boolean isRun(String password) {
        var ups = 0;
        var downs = 0;
        for (int place = 1; place < password.length(); place++) {
            var step = password.charAt(place) - password.charAt(place - 1);
            ups += step == 1 || step == -9 ? 1 : 0;
            downs += step == -1 || step == 9 ? 1 : 0;
        }
        return Math.max(ups, downs) >= password.length() - 2;
    }

    private static String letters(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}]", "");
    }

    private static Set<String> commonPasswords() {
        try {
            return new ClassPathResource("common-passwords.txt")
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException missing) {
            throw new UncheckedIOException("common-passwords.txt belongs to this program.", missing);
        }
    }
}
