package id.satuatap.core.spbe;

import java.math.BigDecimal;
import java.util.Map;

/**
 * What one source published of a province for one year: of each region what an overview shows, by its code. The whole is
 * {@link PublishedResult}.
 *
 * @param predicates of the year shown, else empty
 * @param domains of the year shown, else empty
 */
public record Publication(
        int year,
        String instrument,
        String source,
        String title,
        Map<String, BigDecimal> indexes,
        Map<String, String> predicates,
        Map<String, Map<String, BigDecimal>> domains) {}
