package id.satuatap.identity.account;

import id.satuatap.identity.crypto.Sha256;
import java.time.Duration;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Slows guessing down without giving anybody a way to lock somebody else out.
 *
 * <ul>
 *   <li>Per <b>account and client address</b>: after 5 tries each further one has to wait, twice as long each time, up
 *       to 15 minutes. The account is not blocked: its owner comes from another address.
 *   <li>Per <b>client address</b>: the same after 50 tries over all accounts (a whole office may share one address),
 *       up to 5 minutes. Each successful sign-in takes one try off again.
 *   <li>A <b>device that signed in to this account before</b> (a signed cookie, {@link DeviceCookies}) is outside both:
 *       it has a count of its own, which nobody without that cookie can raise. So even an attacker behind the same
 *       address can't keep the owner out at the desk where he works.
 * </ul>
 *
 * There is no count per account alone: it would be the lock that locks others out. The cost: who commands many
 * addresses has 5 tries from each. A try is counted before the password is looked at, and taken back when it was right,
 * so that parallel tries gain nothing; one that is turned away is not counted, so hammering doesn't lengthen the wait.
 *
 * @see "Decision 0010"
 */
@Repository
class SignInThrottle {

    private static final Limit ACCOUNT_AND_ADDRESS =
            new Limit("ACCOUNT_AND_ADDRESS", 5, Duration.ofMinutes(15), Duration.ofHours(12));
    private static final Limit ADDRESS = new Limit("ADDRESS", 50, Duration.ofMinutes(5), Duration.ofHours(1));
    private static final Limit DEVICE = new Limit("DEVICE", 10, Duration.ofMinutes(15), Duration.ofHours(12));

    private final JdbcClient database;

    SignInThrottle(JdbcClient database) {
        this.database = database;
    }

    /**
     * Counts the attempt, or refuses it. A refusal rolls back, so it counts nowhere. Whoever waited for the row of another
     * attempt began before that one was counted: so times are those of the clock, not of the transaction.
     */
    @Transactional
    void admit(SignInAttempt attempt) {
        if (attempt.device().isPresent()) {
            count(DEVICE, attempt.device().get());
        } else {
            count(ADDRESS, attempt.network());
            count(ACCOUNT_AND_ADDRESS, attempt.accountAndNetwork());
        }
    }

    /** The password was right: forget the tries before it. Rows are locked in the order of {@link #admit}. */
    @Transactional
    void succeeded(SignInAttempt attempt) {
        if (attempt.device().isEmpty()) {
            database.sql("""
                            update sign_in_throttle set failures = greatest(failures - 1, 0), blocked_until = clock_timestamp()
                             where kind = :kind and key = :key
                            """)
                    .param("kind", ADDRESS.kind())
                    .param("key", Sha256.of(attempt.network()))
                    .update();
        }
        clear(ACCOUNT_AND_ADDRESS, attempt.accountAndNetwork());
        attempt.device().ifPresent(device -> clear(DEVICE, device));
    }

    @Scheduled(initialDelay = 120_000, fixedDelay = 3_600_000)
    void sweep() {
        database.sql("""
                        delete from sign_in_throttle
                         where (kind, key) in (select kind, key from sign_in_throttle
                                                where last_at < now() - interval '1 day'
                                                  for update skip locked)
                        """).update();
    }

    private void count(Limit limit, String key) {
        var counted = database.sql("""
                        insert into sign_in_throttle as known (kind, key, failures, blocked_until, last_at)
                        values (:kind, :key, 1, clock_timestamp(), clock_timestamp())
                        on conflict (kind, key) do update
                           set failures = case when known.last_at < clock_timestamp() - make_interval(secs => :memory)
                                               then 1 else known.failures + 1 end,
                               blocked_until = case when known.last_at < clock_timestamp() - make_interval(secs => :memory)
                                                      or known.failures + 1 < :free then clock_timestamp()
                                                    else clock_timestamp() + make_interval(secs => least(:longest,
                                                         2 * power(2, least(known.failures + 1 - :free, 20)))) end,
                               last_at = clock_timestamp()
                         where known.blocked_until <= clock_timestamp()
                        """)
                .param("kind", limit.kind())
                .param("key", Sha256.of(key))
                .param("memory", limit.memory().toSeconds())
                .param("free", limit.free())
                .param("longest", limit.longest().toSeconds())
                .update();
        if (counted == 0) {
            throw new TooManyAttempts(remaining(limit, key).orElse(Duration.ofSeconds(1)));
        }
    }

    private Optional<Duration> remaining(Limit limit, String key) {
        return database.sql("""
                        select ceil(extract(epoch from blocked_until - clock_timestamp())) from sign_in_throttle
                         where kind = :kind and key = :key and blocked_until > clock_timestamp()
                        """)
                .param("kind", limit.kind())
                .param("key", Sha256.of(key))
                .query(Long.class)
                .optional()
                .map(Duration::ofSeconds);
    }

    private void clear(Limit limit, String key) {
        database.sql("delete from sign_in_throttle where kind = :kind and key = :key")
                .param("kind", limit.kind())
                .param("key", Sha256.of(key))
                .update();
    }

    /** After {@code free} tries each further one waits, at most {@code longest}; all is forgotten after {@code memory}. */
    private record Limit(String kind, int free, Duration longest, Duration memory) {}
}
