package id.satuatap.core.spbe;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What was published for a region and a year, in one figure. */
public record PublishedIndex(
        int year, String instrument, @Nullable BigDecimal index, String source, String sourceTitle) {}
