package id.satuatap.core.spbe;

import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;

/** Whether the parts of an instrument fit together. */
final class InstrumentCheck {

    private static final Fraction LOWEST_INDEX = Fraction.of(Indicator.LOWEST_LEVEL);

    private InstrumentCheck() {}

    static void fit(List<Domain> domains, List<Predicate> predicates) {
        requireWholeWeight(domains);
        requireNumbersWithoutGap(domains);
        requireDistinctCodes(domains);
        requireFallingPredicates(predicates);
    }

    private static void requireWholeWeight(List<Domain> domains) {
        var sum = domains.stream().map(Domain::weight).reduce(Fraction.ZERO, Fraction::plus);
        if (!sum.equals(Instrument.WHOLE)) {
            throw new IllegalArgumentException("its domains weigh %s together, not 100".formatted(sum));
        }
    }

    private static void requireNumbersWithoutGap(List<Domain> domains) {
        var expected = 1;
        for (var domain : domains) {
            for (var aspect : domain.aspects()) {
                for (var indicator : aspect.indicators()) {
                    if (indicator.no() != expected) {
                        throw new IllegalArgumentException("aspect %s has indicator %d where %d should stand"
                                .formatted(aspect.code(), indicator.no(), expected));
                    }
                    expected++;
                }
            }
        }
    }

    private static void requireDistinctCodes(List<Domain> domains) {
        var seen = new HashSet<String>();
        domains.stream()
                .flatMap(domain -> Stream.concat(
                        Stream.of(domain.code()), domain.aspects().stream().map(Aspect::code)))
                .filter(code -> !seen.add(code))
                .findFirst()
                .ifPresent(code -> {
                    throw new IllegalArgumentException("the code %s is used twice".formatted(code));
                });
    }

    private static void requireFallingPredicates(List<Predicate> predicates) {
        if (predicates.isEmpty() || !predicates.getLast().min().equals(LOWEST_INDEX)) {
            throw new IllegalArgumentException("its lowest predicate must begin at 1");
        }
        for (var i = 1; i < predicates.size(); i++) {
            if (predicates.get(i - 1).min().compareTo(predicates.get(i).min()) <= 0) {
                throw new IllegalArgumentException("predicate %s must begin below %s"
                        .formatted(
                                predicates.get(i).name(), predicates.get(i - 1).name()));
            }
        }
    }
}
