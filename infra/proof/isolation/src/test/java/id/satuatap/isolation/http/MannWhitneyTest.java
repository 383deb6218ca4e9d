package id.satuatap.isolation.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class MannWhitneyTest {

    private final Random random = new Random(1);

    @Test
    void times_of_one_source_are_not_told_apart() {
        var test = MannWhitney.of(times(0), times(0));

        assertThat(test.p()).isGreaterThan(0.01);
    }

    @Test
    void a_small_shift_is_noticed_with_its_size() {
        var test = MannWhitney.of(times(300), times(0));

        assertThat(test.p()).isLessThan(0.001);
        assertThat(test.medianDifference()).isBetween(150.0, 450.0);
    }

    @Test
    void equal_times_share_their_ranks() {
        var test = MannWhitney.of(new long[] {1, 1, 1, 1}, new long[] {1, 1, 1, 1});

        assertThat(test.p()).isGreaterThan(0.99);
    }

    private long[] times(long shift) {
        return LongStream.generate(() -> shift + (long) (random.nextGaussian() * 500 + 5000))
                .limit(500)
                .toArray();
    }
}
