package id.satuatap.core.spbe;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Whether a year's thresholds met the index before or after it was rounded. The published results prove it for 2023 and 2024;
 * for every other year nothing is known, and the rule says that it was assumed.
 */
public record PredicateRule(int year, Basis basis, boolean assumed) {

    private static final int PRINTED_DECIMALS = 2;

    public enum Basis {
        @JsonProperty("rounded")
        ROUNDED,
        @JsonProperty("unrounded")
        UNROUNDED
    }

    public static PredicateRule of(int year) {
        return switch (year) {
            case 2023 -> new PredicateRule(year, Basis.ROUNDED, false);
            case 2024 -> new PredicateRule(year, Basis.UNROUNDED, false);
            default -> new PredicateRule(year, Basis.UNROUNDED, true);
        };
    }

    Fraction apply(Fraction index) {
        return switch (basis) {
            case ROUNDED -> index.rounded(PRINTED_DECIMALS);
            case UNROUNDED -> index;
        };
    }
}
