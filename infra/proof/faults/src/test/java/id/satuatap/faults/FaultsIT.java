package id.satuatap.faults;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FaultsIT {

    @Test
    void what_is_acknowledged_is_kept_whatever_strikes() {
        assertThat(Faults.run("--short")).isZero();
    }
}
