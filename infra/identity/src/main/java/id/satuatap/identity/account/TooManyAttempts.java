package id.satuatap.identity.account;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** Refused unread: too many tries came before. Says nothing about whether the account exists. */
public class TooManyAttempts extends AuthenticationException {

    private static final long serialVersionUID = 1L;

    private final Duration wait;

    TooManyAttempts(Duration wait) {
        super("Too many attempts");
        this.wait = wait;
    }

    public Duration waitingTime() {
        return wait;
    }
}
