package id.satuatap.core.controlroom;

import id.satuatap.core.spbe.Publication;
import id.satuatap.core.spbe.assessment.Received;
import id.satuatap.core.tenancy.Region;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The province's view of one year. Official values are ranked and averaged; what regencies shared stands apart and never enters a
 * rank, a mean or a trend.
 *
 * @param average plain mean of the official values of the regencies and cities, rounded; our arithmetic, not the ministry's
 * @param publications all that was published of the province, oldest first: what a regency's history is by
 * @param regencies by rank; those without a value of the year at the end
 */
record ControlRoom(
        int year,
        int previousYear,
        List<Integer> years,
        Place province,
        Average average,
        long risen,
        long equal,
        long fallen,
        @Nullable Source source,
        List<Measured> publications,
        List<Regency> regencies,
        List<Shared> shared) {

    record Place(String code, String name) {}

    record Source(String key, String title) {}

    record Average(@Nullable BigDecimal index, @Nullable BigDecimal previous, int count) {}

    /** @param source its title */
    record Measured(int year, String instrument, String source) {}

    /** @param history the regency's index in each of the publications; null where it has none */
    record Regency(
            String code,
            String name,
            String kind,
            @Nullable String slug,
            double lat,
            double lng,
            @Nullable BigDecimal index,
            @Nullable String predicate,
            @Nullable BigDecimal previous,
            @Nullable BigDecimal change,
            @Nullable Integer rank,
            Map<String, BigDecimal> domains,
            List<@Nullable BigDecimal> history) {}

    /** A self-assessment that a regency shared, by its own words. */
    record Shared(
            UUID assessment,
            String code,
            String slug,
            String name,
            int year,
            String instrument,
            BigDecimal index,
            @Nullable String predicate,
            boolean complete,
            int answered,
            int total,
            boolean simulated,
            Instant sharedAt) {

        static Shared of(Received received) {
            var copy = received.snapshot();
            return new Shared(
                    received.assessment(),
                    copy.code(),
                    copy.slug(),
                    copy.name(),
                    copy.year(),
                    copy.instrument(),
                    copy.index(),
                    copy.predicate(),
                    copy.complete(),
                    copy.answered(),
                    copy.total(),
                    copy.simulated(),
                    received.sharedAt());
        }
    }

    static ControlRoom of(
            int year,
            Region province,
            List<Region> parts,
            Map<String, String> slugs,
            List<Publication> published,
            List<Received> received) {
        var results = new YearResults(year, published);
        var regencies = results.regencies(parts, slugs);
        return new ControlRoom(
                year,
                year - 1,
                results.years(),
                new Place(province.code(), province.name()),
                average(regencies),
                changes(regencies, 1),
                changes(regencies, 0),
                changes(regencies, -1),
                results.source(),
                published.stream()
                        .map(one -> new Measured(one.year(), one.instrument(), one.title()))
                        .toList(),
                regencies,
                received.stream().map(Shared::of).toList());
    }

    private static Average average(List<Regency> regencies) {
        var count =
                regencies.stream().filter(regency -> regency.index() != null).count();
        return new Average(mean(regencies, Regency::index), previousMean(regencies), (int) count);
    }

    /** How many regencies rose (1), fell (-1) or stayed (0). */
    private static long changes(List<Regency> regencies, int sign) {
        return regencies.stream()
                .map(Regency::change)
                .filter(Objects::nonNull)
                .filter(change -> change.signum() == sign)
                .count();
    }

    /** The mean of the year before, where every regency of this year's mean has a value in it; else it would compare unlike sets. */
    private static @Nullable BigDecimal previousMean(List<Regency> regencies) {
        var comparable = regencies.stream().allMatch(regency -> regency.index() == null || regency.previous() != null);
        return comparable ? mean(regencies, Regency::previous) : null;
    }

    private static @Nullable BigDecimal mean(List<Regency> regencies, Function<Regency, @Nullable BigDecimal> valueOf) {
        var values = regencies.stream().map(valueOf).filter(Objects::nonNull).toList();
        return values.isEmpty()
                ? null
                : values.stream()
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .divide(BigDecimal.valueOf(values.size()), 2, RoundingMode.HALF_UP);
    }
}
