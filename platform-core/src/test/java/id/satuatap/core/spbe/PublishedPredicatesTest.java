package id.satuatap.core.spbe;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * The reports print domain values to two decimals. Only certain exact values are possible, so the exact index mostly
 * follows, and with it whether the year's predicates met the rounded or the unrounded index.
 */
class PublishedPredicatesTest {

    private static final Instrument SPBE_2020 = new Instruments().get("permenpanrb-59-2020");
    private static final List<Set<Fraction>> POSSIBLE =
            SPBE_2020.domains().stream().map(PublishedPredicatesTest::possible).toList();

    private enum Verdict {
        REPRODUCED,
        COMPATIBLE,
        NOT_DERIVABLE,
        WRONG
    }

    @Test
    void the_rounded_index_gives_every_predicate_of_2023_that_can_be_derived() {
        var verdicts = verdicts(2023, PredicateRule.of(2023));

        assertThat(verdicts)
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(Verdict.REPRODUCED, 589L, Verdict.NOT_DERIVABLE, 1L)); // Banyuasin: D4 0,3
    }

    @Test
    void the_unrounded_index_gives_every_predicate_of_2024_that_can_be_derived() {
        var verdicts = verdicts(2024, PredicateRule.of(2024));

        assertThat(verdicts)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        Verdict.REPRODUCED, 577L,
                        Verdict.COMPATIBLE, 3L, // more than one exact index fits, on both sides of a threshold
                        Verdict.NOT_DERIVABLE, 3L)); // D1 illegible in the copy read
    }

    @Test
    void the_other_rule_would_be_wrong_in_both_years() {
        var unrounded2023 = new PredicateRule(2023, PredicateRule.Basis.UNROUNDED, false);
        var rounded2024 = new PredicateRule(2024, PredicateRule.Basis.ROUNDED, false);

        assertThat(verdicts(2023, unrounded2023)).containsEntry(Verdict.WRONG, 2L);
        assertThat(verdicts(2024, rounded2024)).containsEntry(Verdict.WRONG, 2L);
    }

    private static Map<Verdict, Long> verdicts(int year, PredicateRule rule) {
        return OfficialResultFile.results().stream()
                .filter(result -> result.year() == year && result.predicate() != null)
                .collect(Collectors.groupingBy(result -> verdict(result, rule), Collectors.counting()));
    }

    private static Verdict verdict(OfficialResult result, PredicateRule rule) {
        var predicates = exactIndices(result).stream()
                .map(index -> SPBE_2020.predicate(index, rule))
                .collect(Collectors.toSet());
        if (predicates.isEmpty()) {
            return Verdict.NOT_DERIVABLE;
        }
        if (!predicates.contains(result.predicate())) {
            return Verdict.WRONG;
        }
        return predicates.size() == 1 ? Verdict.REPRODUCED : Verdict.COMPATIBLE;
    }

    /** All exact indices that print as this result does. */
    private static Set<Fraction> exactIndices(OfficialResult result) {
        var sums = Set.of(Fraction.ZERO);
        for (var i = 0; i < POSSIBLE.size(); i++) {
            var domain = SPBE_2020.domains().get(i);
            var fitting = fitting(POSSIBLE.get(i), result.domains().get(domain.code()));
            sums = sums.stream()
                    .flatMap(sum -> fitting.stream()
                            .map(value -> sum.plus(value.times(domain.weight()).dividedBy(Fraction.of(100)))))
                    .collect(Collectors.toSet());
        }
        return fitting(sums, result.index());
    }

    private static Set<Fraction> fitting(Set<Fraction> exact, BigDecimal printed) {
        return printed == null
                ? Set.of()
                : exact.stream()
                        .filter(value -> value.rounded(2).equals(Fraction.of(printed)))
                        .collect(Collectors.toSet());
    }

    private static Set<Fraction> possible(Domain domain) {
        var sums = Set.of(Fraction.ZERO);
        for (var aspect : domain.aspects()) {
            for (var indicator : aspect.indicators()) {
                sums = sums.stream()
                        .flatMap(sum -> IntStream.rangeClosed(1, 5)
                                .mapToObj(level -> sum.plus(indicator.weight().times(Fraction.of(level)))))
                        .collect(Collectors.toSet());
            }
        }
        return sums.stream().map(sum -> sum.dividedBy(domain.weight())).collect(Collectors.toSet());
    }
}
