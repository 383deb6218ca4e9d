package id.satuatap.core.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PatienceTest {

    private static final Patience PATIENCE = new Patience(Duration.ofSeconds(30), Duration.ofMinutes(15), 300);

    @Test
    void a_pause_doubles_from_a_second_to_the_longest() {
        assertThat(PATIENCE.pause(1)).hasSeconds(1);
        assertThat(PATIENCE.pause(2)).hasSeconds(2);
        assertThat(PATIENCE.pause(10)).hasSeconds(512);
        assertThat(PATIENCE.pause(11)).hasMinutes(15);
        assertThat(PATIENCE.pause(300)).hasMinutes(15);
    }

    @Test
    void events_are_held_for_longer_than_one_of_them_may_take() {
        assertThat(PATIENCE.hold()).isGreaterThan(PATIENCE.timeout());
    }
}
