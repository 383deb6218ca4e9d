package id.satuatap.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is compared gives the same answers, and each row's work can be done at all. No timings. */
class BenchIT {

    @Test
    void the_short_run_ends_green() {
        assertThat(Bench.run("--short")).isZero();
    }
}
