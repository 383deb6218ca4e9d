package id.satuatap.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class SamplesTest {

    @Test
    void the_median_is_a_figure_that_was_seen() {
        var samples = Samples.of(DoubleStream.of(30, 10, 20));

        assertThat(samples.median()).isEqualTo(20);
        assertThat(samples.text("/s")).isEqualTo("20.0 /s (10.0–30.0)");
    }

    @Test
    void a_percentile_is_not_exceeded_by_so_many() {
        var samples = Samples.of(DoubleStream.iterate(1, value -> value + 1).limit(200));

        assertThat(samples.percentile(99)).isEqualTo(198);
        assertThat(samples.percentile(100)).isEqualTo(200);
    }
}
