package id.satuatap.core.spbe;

import java.util.List;
import java.util.Map;

/** Indicators that are judged together; its weight is the sum of theirs. */
public record Aspect(String code, String name, Fraction weight, List<Indicator> indicators) {

    public Aspect {
        var sum = indicators.stream().map(Indicator::weight).reduce(Fraction.ZERO, Fraction::plus);
        if (!sum.equals(weight)) {
            throw new IllegalArgumentException(
                    "aspect %s weighs %s, but its indicators weigh %s together".formatted(code, weight, sum));
        }
        if (indicators.isEmpty()) {
            throw new IllegalArgumentException("aspect %s has no indicators".formatted(code));
        }
        indicators = List.copyOf(indicators);
    }

    /** An indicator without a level counts 0. */
    Fraction index(Map<Integer, Fraction> levels) {
        return indicators.stream()
                .map(indicator -> indicator.weight().times(levels.getOrDefault(indicator.no(), Fraction.ZERO)))
                .reduce(Fraction.ZERO, Fraction::plus)
                .dividedBy(weight);
    }
}
