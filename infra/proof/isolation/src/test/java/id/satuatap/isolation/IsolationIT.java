package id.satuatap.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IsolationIT {

    @Test
    void tenants_are_kept_apart() {
        assertThat(Isolation.run("--short")).isZero();
    }
}
