package id.satuatap.core.spbe;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Of an official result what an overview shows; the whole is {@link PublishedResult}.
 *
 * @param domains only of the year that the overview is about, else empty
 */
public record PublishedIndex(
        @Nullable String region,
        int year,
        String instrument,
        @Nullable BigDecimal index,
        @Nullable String predicate,
        Map<String, BigDecimal> domains,
        String source,
        String sourceTitle) {}
