package id.satuatap.core.spbe;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Of one region's official results what an overview of a year shows; the whole is {@link PublishedResult}.
 *
 * @param results one for each year, in no order
 * @param predicate of the year shown
 * @param domains of the year shown, else empty
 */
public record PublishedHistory(
        String region,
        List<PublishedIndex> results,
        @Nullable String predicate,
        Map<String, BigDecimal> domains) {}
