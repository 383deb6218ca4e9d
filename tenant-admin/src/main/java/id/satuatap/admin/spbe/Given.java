package id.satuatap.admin.spbe;

import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the assessor says of one indicator. */
record Given(@Nullable BigDecimal level, String fact, String analysis) {

    public Given {
        level = level == null ? null : level.stripTrailingZeros(); // 3.50 is 3.5
    }

    /** Explained is what has both fact and analysis, as core counts it. */
    boolean isExplained() {
        return !fact.isBlank() && !analysis.isBlank();
    }

    /** These words over {@code theirs}: only what differs from {@code base}, where both began, is taken along. */
    Given over(Given theirs, Given base) {
        return new Given(
                Objects.equals(level, base.level) ? theirs.level : level,
                fact.equals(base.fact) ? theirs.fact : fact,
                analysis.equals(base.analysis) ? theirs.analysis : analysis);
    }
}
