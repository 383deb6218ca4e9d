package id.satuatap.admin.spbe;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class InstrumentTest {

    @Test
    void a_regulation_is_called_as_officials_call_it() {
        assertThat(Instrument.shortName("permenpanrb-59-2020")).isEqualTo("PermenPANRB 59/2020");
        assertThat(Instrument.shortName("permenpanrb-5-2018-37")).isEqualTo("PermenPANRB 5/2018 (37)");
        assertThat(Instrument.shortName("another")).isEqualTo("another");
    }

    @Test
    void an_indicator_is_listed_without_the_words_they_all_share() {
        var indicator = indicator(
                "Tingkat Kematangan Kebijakan Internal Arsitektur SPBE Instansi Pusat/Pemerintah Daerah", null);

        assertThat(indicator.shortName()).isEqualTo("Kebijakan Internal Arsitektur SPBE");
    }

    @Test
    void what_a_level_asks_is_unknown_where_it_is_not_loaded() {
        assertThat(indicator("x", null).asks(1)).isNull();
        assertThat(indicator("x", List.of("konsep", "berlaku")).asks(2)).isEqualTo("berlaku");
        assertThat(indicator("x", List.of("konsep", "berlaku")).asks(3)).isNull();
    }

    private static Instrument.Indicator indicator(String name, @org.jspecify.annotations.Nullable List<String> levels) {
        return new Instrument.Indicator(
                1, name, new BigDecimal("1.3"), "process", false, levels, null, null, null, null);
    }
}
