package id.satuatap.core.spbe;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One question of an instrument, answered with a level from 1 to 5.
 *
 * @param fractional whether its value may lie between two levels
 */
public record Indicator(int no, String name, Fraction weight, Kind kind, boolean fractional, Guide guide) {

    public static final int LOWEST_LEVEL = 1;
    public static final int HIGHEST_LEVEL = 5;

    /** Which of the instrument's two scales of level names is meant. */
    public enum Kind {
        PROCESS,
        SERVICE
    }

    /**
     * What helps to answer, as far as it is known.
     *
     * @param levels what each of the five levels asks
     * @param levelEvidence what proves each of the five levels
     * @param externalSource another agency whose index is taken over
     */
    public record Guide(
            List<String> levels,
            List<List<String>> levelEvidence,
            @Nullable String scope,
            @Nullable String evidence,
            @Nullable String owner,
            @Nullable String externalSource) {

        public Guide {
            if (!levels.isEmpty() && levels.size() != HIGHEST_LEVEL) {
                throw new IllegalArgumentException("has %d level texts, not five".formatted(levels.size()));
            }
            if (!levelEvidence.isEmpty() && levelEvidence.size() != HIGHEST_LEVEL) {
                throw new IllegalArgumentException(
                        "has evidence for %d levels, not five".formatted(levelEvidence.size()));
            }
            levels = List.copyOf(levels);
            levelEvidence = List.copyOf(levelEvidence);
        }
    }

    public Indicator {
        if (weight.compareTo(Fraction.ZERO) <= 0) {
            throw new IllegalArgumentException("indicator %d weighs %s, which is not above zero".formatted(no, weight));
        }
    }

    public static boolean inRange(BigDecimal level) {
        return level.compareTo(BigDecimal.valueOf(LOWEST_LEVEL)) >= 0
                && level.compareTo(BigDecimal.valueOf(HIGHEST_LEVEL)) <= 0;
    }

    public boolean accepts(BigDecimal level) {
        return inRange(level) && (fractional || isWhole(level));
    }

    static boolean isWhole(BigDecimal level) {
        return level.stripTrailingZeros().scale() <= 0;
    }
}
