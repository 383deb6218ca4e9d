package id.satuatap.servlet.session;

import com.vaadin.flow.server.VaadinSession;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * One person's signed-in browser session: whose it is, at which tenant, and her tokens. It lives in the HTTP session
 * and nowhere else; work outside a request takes it along and binds it with {@link #during}.
 */
public final class UserSession {

    static final String ATTRIBUTE = UserSession.class.getName();
    private static final ScopedValue<UserSession> BOUND = ScopedValue.newInstance();
    private static final long PERSON_SECONDS = 10;

    private final @Nullable String tenant;
    private final String subject;
    private final ReentrantLock lock = new ReentrantLock();
    private OAuth2AuthorizedClient tokens;
    private @Nullable Person person;
    private Instant personUntil = Instant.EPOCH;

    public UserSession(@Nullable String tenant, String subject, OAuth2AuthorizedClient tokens) {
        this.tenant = tenant;
        this.subject = subject;
        this.tokens = tokens;
    }

    /** The session of the request or user interface at work; {@link SignInNeeded} when there is none. */
    public static UserSession current() {
        var session = find();
        if (session == null) {
            throw new SignInNeeded();
        }
        return session;
    }

    /** The session at work, if there is one. */
    public static @Nullable UserSession find() {
        if (BOUND.isBound()) {
            return BOUND.get();
        }
        var vaadin = VaadinSession.getCurrent();
        if (vaadin != null && vaadin.getSession() != null) {
            return (UserSession) vaadin.getSession().getAttribute(ATTRIBUTE);
        }
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request
                ? of(request.getRequest().getSession(false))
                : null;
    }

    static @Nullable UserSession of(@Nullable HttpSession session) {
        return session == null ? null : (UserSession) session.getAttribute(ATTRIBUTE);
    }

    /** Runs a piece of work outside a request, in this person's name. */
    public <T> T during(Supplier<T> work) {
        return ScopedValue.where(BOUND, this).call(work::get);
    }

    /** The tenant of the session at work; null at the bare host and without a session. */
    public static @Nullable String currentTenant() {
        var session = find();
        return session == null ? null : session.tenant();
    }

    /** The tenant's slug; null at the bare host. */
    public @Nullable String tenant() {
        return tenant;
    }

    public String subject() {
        return subject;
    }

    /** Under which name a browser keeps what is hers, here: another person, or she at another tenant, has another one. */
    public String owner() {
        return subject + "." + (tenant == null ? "" : tenant) + ".";
    }

    /** Gives the tokens to {@code renewal}, which answers with those to keep. One at a time: refresh tokens rotate. */
    public OAuth2AuthorizedClient tokens(Function<OAuth2AuthorizedClient, OAuth2AuthorizedClient> renewal) {
        lock.lock();
        try {
            tokens = renewal.apply(tokens);
            return tokens;
        } finally {
            lock.unlock();
        }
    }

    void renew(OAuth2AuthorizedClient fresh) {
        tokens(old -> fresh);
    }

    /** What core says about this person, asked anew after a few seconds, so that ended rights end here, too. */
    public Person person(Supplier<Person> ask, Clock clock) {
        lock.lock();
        try {
            var known = person;
            if (known != null && clock.instant().isBefore(personUntil)) {
                return known;
            }
        } finally {
            lock.unlock();
        }
        var asked = ask.get();
        lock.lock();
        try {
            person = asked;
            personUntil = clock.instant().plusSeconds(PERSON_SECONDS);
            return asked;
        } finally {
            lock.unlock();
        }
    }

    /** Forgets what was known of the rights, for instance after accepting an invitation. */
    public void forgetPerson() {
        lock.lock();
        try {
            person = null;
        } finally {
            lock.unlock();
        }
    }
}
