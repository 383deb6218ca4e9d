package id.satuatap.core.spbe;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Aspects that are judged together; its weight is the sum of theirs. */
public record Domain(String code, String name, Fraction weight, List<Aspect> aspects) {

    public Domain {
        var sum = aspects.stream().map(Aspect::weight).reduce(Fraction.ZERO, Fraction::plus);
        if (!sum.equals(weight)) {
            throw new IllegalArgumentException(
                    "domain %s weighs %s, but its aspects weigh %s together".formatted(code, weight, sum));
        }
        if (aspects.isEmpty()) {
            throw new IllegalArgumentException("domain %s has no aspects".formatted(code));
        }
        aspects = List.copyOf(aspects);
    }

    /** From the indices of its aspects, by code. */
    Fraction index(Map<String, Fraction> ofAspects) {
        return aspects.stream()
                .map(aspect -> aspect.weight().times(Objects.requireNonNull(ofAspects.get(aspect.code()))))
                .reduce(Fraction.ZERO, Fraction::plus)
                .dividedBy(weight);
    }
}
