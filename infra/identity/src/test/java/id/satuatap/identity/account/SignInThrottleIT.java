package id.satuatap.identity.account;

import static org.assertj.core.api.Assertions.assertThat;

import id.satuatap.identity.AtOnce;
import id.satuatap.identity.RunningIdentity;
import id.satuatap.identity.crypto.Sha256;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The counts themselves, under fifty attempts at once. */
class SignInThrottleIT {

    private final RunningIdentity identity = RunningIdentity.shared();
    private final SignInThrottle throttle = identity.part(SignInThrottle.class);

    @Test
    void fifty_attempts_at_one_account_from_one_address_count_as_five() throws Exception {
        var began = Instant.now();
        var admitted = AtOnce.fifty(turn -> () -> isAdmitted("somebody", "198.51.102.1")).stream()
                .filter(Boolean::booleanValue)
                .count();

        assertThat(admitted).isBetween(5L, 5L + waits(began)).isEqualTo(failures("somebody 198.51.102.1"));
        assertThat(failures("198.51.102.1")).isEqualTo(admitted);
    }

    @Test
    void forty_nine_of_one_office_at_once_are_all_let_in_and_none_is_counted_twice() throws Exception {
        var admitted = AtOnce.fifty(turn -> () -> turn == 49 || isAdmitted("person" + turn, "198.51.102.2"));

        assertThat(admitted).containsOnly(true);
        assertThat(failures("198.51.102.2")).isEqualTo(49);
    }

    @Test
    void a_success_beside_an_attempt_never_waits_in_a_circle_with_it() throws Exception {
        var attempt = new SignInAttempt("person", "198.51.102.3", Optional.empty());
        var done = AtOnce.fifty(turn -> () -> {
            for (int again = 0; again < 10; again++) {
                isAdmitted("person", "198.51.102.3");
                throttle.succeeded(attempt);
            }
            return true;
        });

        assertThat(done).containsOnly(true);
    }

    private boolean isAdmitted(String identifier, String address) {
        try {
            throttle.admit(new SignInAttempt(identifier, address, Optional.empty()));
            return true;
        } catch (TooManyAttempts tooMany) {
            return false;
        }
    }

    /** A machine that is slow lets the first waits of two seconds and more pass meanwhile, and one more attempt each. */
    private static long waits(Instant began) {
        return Duration.between(began, Instant.now()).toSeconds() / 2;
    }

    private long failures(String key) {
        return identity.sql()
                .sql("select failures from sign_in_throttle where key = :key")
                .param("key", Sha256.of(key))
                .query(Long.class)
                .single();
    }
}
