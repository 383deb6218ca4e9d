package id.satuatap.core.spbe.assessment;

import id.satuatap.core.spbe.Score;
import id.satuatap.core.tenancy.Tenant;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a province gets when a regency shares: figures and levels. Facts, analyses and evidence stay at home.
 *
 * @param code of the region
 * @param index rounded to two decimals, as shown
 * @param simulated whether the answers are invented
 */
public record Snapshot(
        String slug,
        String code,
        String name,
        int year,
        String instrument,
        BigDecimal index,
        @Nullable String predicate,
        boolean complete,
        int answered,
        int total,
        boolean simulated,
        Map<String, BigDecimal> domains,
        Map<String, BigDecimal> aspects,
        Map<Integer, BigDecimal> levels) {

    static Snapshot of(Tenant tenant, Assessment assessment, Score score, Map<Integer, BigDecimal> levels, int total) {
        return new Snapshot(
                tenant.slug(),
                tenant.regionCode(),
                tenant.name(),
                assessment.year(),
                assessment.instrument(),
                score.rounded().index(),
                score.predicate(),
                score.complete(),
                levels.size(),
                total,
                assessment.simulated(),
                score.rounded().domains(),
                score.rounded().aspects(),
                levels);
    }
}
