package id.satuatap.identity.account;

import id.satuatap.identity.account.AccountRepository.Known;
import id.satuatap.text.CleanText;
import id.satuatap.text.UnwantedCharacter;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.userdetails.User;
import org.springframework.stereotype.Component;

/**
 * Username or e-mail and password. Text, status and time of the answer are the same for a wrong password and an unknown
 * account.
 */
@Component
public class PasswordSignIn implements AuthenticationProvider {

    private static final int LONGEST = 1000;

    private final AccountRepository repository;
    private final Passwords passwords;
    private final SignInThrottle throttle;
    private final DeviceCookies devices;
    private final AuditTrail audit;

    PasswordSignIn(
            AccountRepository repository,
            Passwords passwords,
            SignInThrottle throttle,
            DeviceCookies devices,
            AuditTrail audit) {
        this.repository = repository;
        this.passwords = passwords;
        this.throttle = throttle;
        this.devices = devices;
        this.audit = audit;
    }

    @Override
    public Authentication authenticate(Authentication typed) {
        var identifier = shortened(identifier(typed.getName()));
        var password =
                cut(String.valueOf(typed.getCredentials())); // never cleaned: another password than the one typed
        var known = repository.findByIdentifier(identifier);
        var attempt = attempt(identifier, known, typed.getDetails());
        throttle.admit(attempt);

        if (!passwords.matches(password, known.map(Known::passwordHash).orElse(null))) {
            audit.refused("sign-in.refused", known.map(Known::id).orElse(null));
            throw new BadCredentialsException("Not this account with this password");
        }
        throttle.succeeded(attempt);
        var account = known.orElseThrow().id();
        audit.changed("signed-in", account);
        return signedIn(account);
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }

    private SignInAttempt attempt(String identifier, Optional<Known> known, @Nullable Object details) {
        if (!(details instanceof HttpServletRequest request)) {
            throw new IllegalStateException("A sign-in comes from a browser.");
        }
        var device = known.flatMap(account -> devices.device(request, account.id()));
        return new SignInAttempt(identifier, request.getRemoteAddr(), device);
    }

    /**
     * The name of the principal is the account's id: what becomes {@code sub}. The password is not kept, and details of
     * its own keep Spring from copying those of the attempt, which are the whole request.
     */
    private static Authentication signedIn(UUID account) {
        var factor = FactorGrantedAuthority.fromAuthority(FactorGrantedAuthority.PASSWORD_AUTHORITY);
        var user = User.withUsername(account.toString())
                .password("")
                .authorities(factor)
                .build();
        var signedIn = UsernamePasswordAuthenticationToken.authenticated(user, null, List.of(factor));
        signedIn.setDetails("password");
        return signedIn;
    }

    /** As everywhere else where somebody types or pastes a name; what no text may hold is in no account's. */
    private static String identifier(String typed) {
        try {
            return CleanText.line(typed);
        } catch (UnwantedCharacter inNoName) {
            return typed;
        }
    }

    /** As much as an account can have; without NUL, which no account has and PostgreSQL can't compare. */
    private static String shortened(String text) {
        return cut(text.replace('\0', ' '));
    }

    private static String cut(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }
}
