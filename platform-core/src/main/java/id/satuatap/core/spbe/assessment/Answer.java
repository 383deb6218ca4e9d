package id.satuatap.core.spbe.assessment;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was said of one indicator.
 *
 * @param level 1 to 5; null while undecided
 * @param fact document, number, year, article, page (Pedoman Menteri PANRB 3/2024)
 * @param analysis which criteria of the level are met
 * @param updatedBy name of who saved it; null when nobody did, or is forgotten
 */
record Answer(
        int indicator,
        @Nullable BigDecimal level,
        String fact,
        String analysis,
        int version,
        @Nullable String updatedBy,
        @Nullable Instant updatedAt) {

    /** The longest fact or analysis, in characters. */
    static final int LONGEST = 4000;

    static Answer none(int indicator) {
        return new Answer(indicator, null, "", "", 0, null, null);
    }
}
