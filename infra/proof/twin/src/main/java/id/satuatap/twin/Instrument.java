package id.satuatap.twin;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The weighted indicators of a regulation, and what levels are worth by them: sums of weight by level over weight. */
record Instrument(String id, List<Predicate> predicates, List<Domain> domains) {

    record Predicate(String name, BigDecimal min) {}

    record Domain(String code, BigDecimal weight, List<Aspect> aspects) {}

    record Aspect(String code, BigDecimal weight, List<Indicator> indicators) {}

    record Indicator(int no, BigDecimal weight) {}

    record Score(
            BigDecimal index,
            @Nullable String predicate,
            Map<String, BigDecimal> domains,
            Map<String, BigDecimal> aspects,
            Rounded rounded,
            boolean complete,
            List<Integer> missing,
            Rule predicateRule) {}

    record Rounded(BigDecimal index, Map<String, BigDecimal> domains, Map<String, BigDecimal> aspects) {}

    record Rule(int year, String basis, boolean assumed) {}

    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    List<Indicator> indicators() {
        return domains.stream()
                .flatMap(domain -> domain.aspects().stream())
                .flatMap(aspect -> aspect.indicators().stream())
                .toList();
    }

    Score score(int year, Map<Integer, BigDecimal> levels) {
        var domainSums = new LinkedHashMap<String, BigDecimal[]>();
        var aspectSums = new LinkedHashMap<String, BigDecimal[]>();
        var total = BigDecimal.ZERO;
        for (var domain : domains) {
            var inDomain = BigDecimal.ZERO;
            for (var aspect : domain.aspects()) {
                var inAspect = aspect.indicators().stream()
                        .map(it -> it.weight().multiply(levels.getOrDefault(it.no(), BigDecimal.ZERO)))
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
                aspectSums.put(aspect.code(), new BigDecimal[] {inAspect, aspect.weight()});
                inDomain = inDomain.add(inAspect);
            }
            domainSums.put(domain.code(), new BigDecimal[] {inDomain, domain.weight()});
            total = total.add(inDomain);
        }
        var missing = indicators().stream()
                .map(Indicator::no)
                .filter(no -> !levels.containsKey(no))
                .toList();
        return new Score(
                quotient(total, WHOLE, 10),
                missing.isEmpty() ? predicate(year, total) : null,
                quotients(domainSums, 10),
                quotients(aspectSums, 10),
                new Rounded(quotient(total, WHOLE, 2), quotients(domainSums, 2), quotients(aspectSums, 2)),
                missing.isEmpty(),
                missing,
                new Rule(year, year == 2023 ? "rounded" : "unrounded", year != 2023 && year != 2024));
    }

    private String predicate(int year, BigDecimal total) {
        var judged = year == 2023 ? quotient(total, WHOLE, 2) : total.divide(WHOLE);
        return predicates.stream()
                .filter(predicate -> judged.compareTo(predicate.min()) >= 0)
                .findFirst()
                .orElse(predicates.getLast())
                .name();
    }

    private static Map<String, BigDecimal> quotients(Map<String, BigDecimal[]> sums, int decimals) {
        var values = new LinkedHashMap<String, BigDecimal>();
        sums.forEach((code, sum) -> values.put(code, quotient(sum[0], sum[1], decimals)));
        return values;
    }

    private static BigDecimal quotient(BigDecimal sum, BigDecimal weight, int decimals) {
        var value = sum.divide(weight, decimals, RoundingMode.HALF_UP).stripTrailingZeros();
        return value.scale() < 0 ? value.setScale(0) : value;
    }
}
