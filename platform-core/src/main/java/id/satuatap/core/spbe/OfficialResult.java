package id.satuatap.core.spbe;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A published result of one body in one year, with the digits of its source. What the source doesn't say is absent. */
public record OfficialResult(
        @Nullable String region,
        String body,
        Kind kind,
        int year,
        String instrument,
        @Nullable BigDecimal index,
        @Nullable String predicate,
        Map<String, BigDecimal> domains,
        Map<String, BigDecimal> aspects,
        Map<Integer, Integer> levels,
        boolean complete,
        String source,
        @Nullable String note) {

    private static final int PROVINCE_CODE_LENGTH = 2;

    /** What was evaluated; central agencies and averages are no regions. */
    public enum Kind {
        PROVINCE,
        REGENCY,
        CITY,
        CENTRAL,
        AGGREGATE;

        public boolean isRegion() {
            return this == PROVINCE || this == REGENCY || this == CITY;
        }
    }

    public OfficialResult {
        if (kind.isRegion() == (region == null)) {
            throw new IllegalArgumentException(
                    "a province, regency or city needs a region code, and nothing else has one");
        }
    }

    /** The code of the province it lies in, or is. */
    public @Nullable String province() {
        return region == null ? null : region.substring(0, PROVINCE_CODE_LENGTH);
    }
}
