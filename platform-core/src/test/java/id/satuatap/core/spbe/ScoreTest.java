package id.satuatap.core.spbe;

import static org.assertj.core.api.Assertions.assertThat;

import id.satuatap.core.spbe.PredicateRule.Basis;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScoreTest {

    private static final Instruments INSTRUMENTS = new Instruments();
    private static final Instrument SPBE_2020 = INSTRUMENTS.get("permenpanrb-59-2020");
    private static final Instrument PEMDI = INSTRUMENTS.get("permenpanrb-8-2026");

    @Test
    void an_aspect_weighs_its_indicators_as_table_10_of_the_regulation_does() {
        var levels = Map.of(11, level("3"), 12, level("4"), 13, level("3"), 14, level("2"));

        var score = SPBE_2020.score(2024, levels);

        assertThat(score.aspects().get("A2")).isEqualByComparingTo("3");
    }

    @Test
    void a_domain_weighs_its_aspects_as_table_11_does() {
        var levels = new HashMap<Integer, BigDecimal>();
        IntStream.rangeClosed(11, 14).forEach(no -> levels.put(no, level("3")));
        IntStream.rangeClosed(15, 18).forEach(no -> levels.put(no, level("4")));
        IntStream.rangeClosed(19, 20).forEach(no -> levels.put(no, level("3")));

        var score = SPBE_2020.score(2024, levels);

        assertThat(score.domains().get("D2")).isEqualByComparingTo("3.4");
    }

    @Test
    void the_index_weighs_the_domains_as_table_12_does() {
        var values = Map.of(
                "D1", Fraction.parse("3.7"),
                "D2", Fraction.parse("3.4"),
                "D3", Fraction.parse("3"),
                "D4", Fraction.parse("3.2"));

        var index = SPBE_2020.index(values);

        assertThat(index.rounded(2)).isEqualTo(Fraction.parse("3.28"));
    }

    @Test
    void three_public_services_of_2018_weigh_a_third_of_ten_each() {
        var levels = all(37, "1");
        levels.put(37, level("2"));

        var score = INSTRUMENTS.get("permenpanrb-5-2018-37").score(2018, levels);

        assertThat(score.aspects().get("A7")).hasToString("1.1666666667");
        assertThat(score.rounded().aspects().get("A7")).hasToString("1.17");
        assertThat(score.index()).hasToString("1.0333333333");
    }

    @Test
    void every_level_at_five_is_five_and_every_level_at_one_is_one() {
        for (var instrument : INSTRUMENTS.all()) {
            var indicators = instrument.indicators().size();

            assertThat(instrument.score(2024, all(indicators, "5")).index()).hasToString("5");
            assertThat(instrument.score(2024, all(indicators, "1")).index()).hasToString("1");
        }
    }

    @Test
    void a_missing_level_counts_zero_and_leaves_the_predicate_open() {
        var levels = all(47, "5");
        levels.remove(3);
        levels.remove(47);

        var score = SPBE_2020.score(2024, levels);

        assertThat(score.complete()).isFalse();
        assertThat(score.missing()).containsExactly(3, 47);
        assertThat(score.predicate()).isNull();
        assertThat(score.aspects().get("A1")).isEqualByComparingTo("4.5");
        assertThat(score.index()).isEqualByComparingTo("4.785"); // 5 - (1.3 + 3.0) * 5 / 100
    }

    @Test
    void nothing_answered_is_zero_and_misses_everything() {
        var score = SPBE_2020.score(2024, Map.of());

        assertThat(score.index()).hasToString("0");
        assertThat(score.missing()).hasSize(47);
        assertThat(score.domains().keySet()).containsExactly("D1", "D2", "D3", "D4");
        assertThat(score.aspects().keySet()).containsExactly("A1", "A2", "A3", "A4", "A5", "A6", "A7", "A8");
    }

    @Test
    void an_index_taken_over_from_another_agency_may_lie_between_two_levels() {
        var levels = all(20, "3");
        levels.put(5, level("3.456"));

        var score = PEMDI.score(2026, levels);

        assertThat(score.index()).hasToString("3.0228");
        assertThat(score.predicate()).isEqualTo("Baik");
    }

    @ParameterizedTest
    @CsvSource({
        "1, Kurang",
        "1.49, Kurang",
        "1.5, Cukup",
        "2.49, Cukup",
        "2.5, Baik",
        "3.49, Baik",
        "3.5, Sangat Baik",
        "3.99, Sangat Baik",
        "4, Memuaskan",
        "5, Memuaskan"
    })
    void pemdi_has_predicates_with_edges_of_its_own(String everywhere, String predicate) {
        var score = PEMDI.score(2026, all(20, everywhere));

        assertThat(score.index()).isEqualByComparingTo(everywhere);
        assertThat(score.predicate()).isEqualTo(predicate);
    }

    @ParameterizedTest
    @CsvSource({"2023, Sangat Baik", "2024, Baik", "2025, Baik"})
    void the_year_decides_whether_the_index_is_rounded_before_its_predicate(int year, String predicate) {
        var levels = justBelowThreePointFive();

        var score = SPBE_2020.score(year, levels);

        assertThat(score.index()).hasToString("3.4975");
        assertThat(score.rounded().index()).hasToString("3.5");
        assertThat(score.predicate()).isEqualTo(predicate);
    }

    @Test
    void a_rule_says_when_it_is_only_assumed() {
        assertThat(PredicateRule.of(2023)).isEqualTo(new PredicateRule(2023, Basis.ROUNDED, false));
        assertThat(PredicateRule.of(2024)).isEqualTo(new PredicateRule(2024, Basis.UNROUNDED, false));
        assertThat(PredicateRule.of(2021)).isEqualTo(new PredicateRule(2021, Basis.UNROUNDED, true));
        assertThat(PredicateRule.of(2026)).isEqualTo(new PredicateRule(2026, Basis.UNROUNDED, true));
    }

    /** 3 everywhere, and one level more in ten indicators of 2.5 percent and in nine of 2.75 percent. */
    private static Map<Integer, BigDecimal> justBelowThreePointFive() {
        var levels = all(47, "3");
        IntStream.rangeClosed(11, 20).forEach(no -> levels.put(no, level("4")));
        IntStream.rangeClosed(32, 40).forEach(no -> levels.put(no, level("4")));
        return levels;
    }

    private static TreeMap<Integer, BigDecimal> all(int indicators, String level) {
        var levels = new TreeMap<Integer, BigDecimal>();
        IntStream.rangeClosed(1, indicators).forEach(no -> levels.put(no, level(level)));
        return levels;
    }

    private static BigDecimal level(String level) {
        return new BigDecimal(level);
    }
}
