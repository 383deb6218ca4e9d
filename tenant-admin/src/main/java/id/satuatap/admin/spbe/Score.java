package id.satuatap.admin.spbe;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the levels given so far amount to; a missing level counts nothing. Exact values: rounding is for the eye. */
record Score(
        BigDecimal index,
        @Nullable String predicate,
        Map<String, BigDecimal> domains,
        Map<String, BigDecimal> aspects,
        boolean complete,
        List<Integer> missing) {}
