package id.satuatap.core.spbe;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an instrument makes of a set of levels: full values to reckon with, rounded ones to show. */
public record Score(
        BigDecimal index,
        @Nullable String predicate,
        Map<String, BigDecimal> domains,
        Map<String, BigDecimal> aspects,
        Rounded rounded,
        boolean complete,
        List<Integer> missing,
        PredicateRule predicateRule) {

    private static final int SHOWN_DECIMALS = 2;

    /** The same values, half up to two decimals. */
    public record Rounded(BigDecimal index, Map<String, BigDecimal> domains, Map<String, BigDecimal> aspects) {}

    static Score of(Instrument instrument, PredicateRule rule, Map<Integer, BigDecimal> levels) {
        var exact = new HashMap<Integer, Fraction>();
        levels.forEach((no, level) -> exact.put(no, Fraction.of(level)));
        var domains = new LinkedHashMap<String, Fraction>();
        var aspects = new LinkedHashMap<String, Fraction>();
        for (var domain : instrument.domains()) {
            domain.aspects().forEach(aspect -> aspects.put(aspect.code(), aspect.index(exact)));
            domains.put(domain.code(), domain.index(aspects));
        }
        var index = instrument.index(domains);
        var missing = missing(instrument, levels);
        return new Score(
                index.decimal(),
                missing.isEmpty() ? instrument.predicate(index, rule) : null,
                full(domains),
                full(aspects),
                new Rounded(shown(index), shown(domains), shown(aspects)),
                missing.isEmpty(),
                missing,
                rule);
    }

    private static List<Integer> missing(Instrument instrument, Map<Integer, BigDecimal> levels) {
        return instrument.indicators().stream()
                .map(Indicator::no)
                .filter(no -> !levels.containsKey(no))
                .toList();
    }

    private static BigDecimal shown(Fraction value) {
        return value.rounded(SHOWN_DECIMALS).decimal();
    }

    private static Map<String, BigDecimal> shown(Map<String, Fraction> values) {
        var shown = new LinkedHashMap<String, BigDecimal>();
        values.forEach((code, value) -> shown.put(code, shown(value)));
        return Collections.unmodifiableMap(shown);
    }

    private static Map<String, BigDecimal> full(Map<String, Fraction> values) {
        var full = new LinkedHashMap<String, BigDecimal>();
        values.forEach((code, value) -> full.put(code, value.decimal()));
        return Collections.unmodifiableMap(full);
    }
}
