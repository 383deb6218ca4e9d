package id.satuatap.citizen.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.springframework.web.client.ResourceAccessException;

class RememberedTest {

    private final AtomicInteger asked = new AtomicInteger();
    private boolean away;
    private final Function<String, Integer> source = _ -> {
        asked.incrementAndGet();
        if (away) {
            throw new ResourceAccessException("away");
        }
        return asked.get();
    };

    @Test
    void an_answer_is_used_again_while_it_is_fresh() {
        var remembered = Remembered.onlyFresh(source, Duration.ofHours(1));

        assertThat(remembered.get("a")).isEqualTo(1);
        assertThat(remembered.get("a")).isEqualTo(1);
        assertThat(remembered.get("b")).isEqualTo(2);
    }

    @Test
    void a_failure_is_not_asked_for_again_at_once() {
        var remembered = Remembered.onlyFresh(source, Duration.ofHours(1));
        away = true;

        assertThatThrownBy(() -> remembered.get("a")).isInstanceOf(CoreAway.class);
        assertThat(remembered.find("a")).isNull();
        assertThat(asked).hasValue(1);
    }

    @Test
    void an_old_figure_is_not_shown_when_core_is_away() {
        var remembered = Remembered.onlyFresh(source, Duration.ZERO);
        remembered.get("a");
        away = true;

        assertThat(remembered.find("a")).isNull();
        assertThat(remembered.last("a")).isNull();
    }

    @Test
    void what_must_be_kept_is_kept_when_core_is_away() {
        var remembered = Remembered.keptWhenAway(source, Duration.ZERO);
        remembered.get("a");
        away = true;

        assertThat(remembered.get("a")).isEqualTo(1);
        assertThat(remembered.last("a")).isEqualTo(1);
    }
}
