package id.satuatap.admin.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class PredicatesTest {

    @Test
    void predicates_take_the_five_steps_of_the_scale_and_none_the_empty_one() {
        assertThat(Predicates.scale("Kurang")).isEqualTo(1);
        assertThat(Predicates.scale("Memuaskan")).isEqualTo(5);
        assertThat(Predicates.scale(null)).isZero();
    }

    @Test
    void the_value_of_a_domain_is_coloured_by_the_same_thresholds() {
        assertThat(Predicates.scaleOf(new BigDecimal("1.79"))).isEqualTo(1);
        assertThat(Predicates.scaleOf(new BigDecimal("2.6"))).isEqualTo(3);
        assertThat(Predicates.scaleOf(new BigDecimal("4.2"))).isEqualTo(5);
        assertThat(Predicates.scaleOf(null)).isZero();
    }
}
