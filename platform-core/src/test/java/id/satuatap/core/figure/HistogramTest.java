package id.satuatap.core.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class HistogramTest {

    @Test
    void a_quantile_is_off_by_no_more_than_the_stated_error() {
        var random = new Random(7);
        for (int round = 0; round < 200; round++) {
            var values = random.longs(1 + random.nextInt(500), 0, 1L << (1 + random.nextInt(39)))
                    .sorted()
                    .toArray();
            var histogram = Histogram.of(LongStream.of(values));
            for (double part : new double[] {0.01, 0.25, 0.5, 0.75, 0.9, 1}) {
                var exact = values[(int) Math.ceil(part * values.length) - 1];

                assertThat(Math.abs(histogram.quantile(part) - exact))
                        .as("%s of %d values, exactly %d", part, values.length, exact)
                        .isLessThanOrEqualTo(exact * Histogram.ERROR);
            }
        }
    }

    @Test
    void every_bucket_boundary_is_within_the_error() {
        for (long value = 1; value < 1L << 39; value = value < 4096 ? value + 1 : value + value / 97) {
            assertThat(Histogram.of(LongStream.of(value)).quantile(0.5))
                    .isBetween(value * (1 - Histogram.ERROR), value * (1 + Histogram.ERROR));
        }
    }

    @Test
    void two_together_are_as_one_of_all_values() {
        var one = Histogram.of(LongStream.of(0, 3, 900));
        var other = Histogram.of(LongStream.of(12, 12, 70_000, 0));

        assertThat(one.merge(other)).isEqualTo(Histogram.of(LongStream.of(0, 0, 3, 12, 12, 900, 70_000)));
        assertThat(one.merge(other).n()).isEqualTo(7);
        assertThat(one.n()).isEqualTo(3);
    }

    @Test
    void zero_is_exact_the_largest_are_held_and_nonsense_is_refused() {
        assertThat(Histogram.of(LongStream.of(0, 0, 5)).quantile(0.5)).isZero();
        assertThat(Histogram.of(LongStream.of(Long.MAX_VALUE)).quantile(1)).isGreaterThan(1L << 39);
        assertThatThrownBy(() -> Histogram.of(LongStream.of(-1))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Histogram.of(LongStream.empty()).quantile(0.5))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Histogram.of(LongStream.of(1)).quantile(0))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
