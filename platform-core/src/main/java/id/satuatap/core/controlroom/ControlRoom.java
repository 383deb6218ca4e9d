package id.satuatap.core.controlroom;

import id.satuatap.core.spbe.Publication;
import id.satuatap.core.spbe.assessment.Received;
import id.satuatap.core.tenancy.Region;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
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
        var ranks = ranks(year, parts, published);
        var regencies = parts.stream()
                .map(part -> regency(part, slugs.get(part.code()), year, published, ranks))
                .sorted(Comparator.comparing(Regency::rank, Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(Regency::code))
                .toList();
        var changes = regencies.stream()
                .map(Regency::change)
                .filter(Objects::nonNull)
                .map(BigDecimal::signum)
                .toList();
        return new ControlRoom(
                year,
                year - 1,
                years(published),
                new Place(province.code(), province.name()),
                new Average(mean(regencies, Regency::index), previousMean(regencies), (int) regencies.stream()
                        .filter(regency -> regency.index() != null)
                        .count()),
                changes.stream().filter(sign -> sign > 0).count(),
                changes.stream().filter(sign -> sign == 0).count(),
                changes.stream().filter(sign -> sign < 0).count(),
                source(year, published),
                published.stream()
                        .map(one -> new Measured(one.year(), one.instrument(), one.title()))
                        .toList(),
                regencies,
                received.stream().map(Shared::of).toList());
    }

    private static Regency regency(
            Region part, @Nullable String slug, int year, List<Publication> published, Map<BigDecimal, Integer> ranks) {
        var code = part.code();
        var now = publication(code, year, published);
        var before = publication(code, year - 1, published);
        var index = index(code, now);
        var previous = sameInstrument(now, before) ? index(code, before) : null; // else not comparable
        return new Regency(
                code,
                part.name(),
                part.kind(),
                slug,
                part.latitude(),
                part.longitude(),
                index,
                now == null ? null : now.predicates().get(code),
                previous,
                index == null || previous == null ? null : index.subtract(previous),
                index == null ? null : ranks.get(index),
                now == null ? Map.of() : now.domains().getOrDefault(code, Map.of()),
                published.stream()
                        .<@Nullable BigDecimal>map(one -> one.indexes().get(code))
                        .toList());
    }

    /** What a region's result of a year is from: where it has an index, else where it has domains only. */
    private static @Nullable Publication publication(String region, int year, List<Publication> published) {
        var ofYear = published.stream().filter(one -> one.year() == year).toList();
        return ofYear.stream()
                .filter(one -> one.indexes().containsKey(region))
                .findFirst()
                .or(() -> ofYear.stream()
                        .filter(one -> one.domains().containsKey(region))
                        .findFirst())
                .orElse(null);
    }

    private static @Nullable BigDecimal index(String region, @Nullable Publication publication) {
        return publication == null ? null : publication.indexes().get(region);
    }

    private static boolean sameInstrument(@Nullable Publication one, @Nullable Publication other) {
        return one == null || other == null || one.instrument().equals(other.instrument());
    }

    /** The mean of the year before, where every regency of this year's mean has a value in it; else it would compare unlike sets. */
    private static @Nullable BigDecimal previousMean(List<Regency> regencies) {
        var comparable = regencies.stream().allMatch(regency -> regency.index() == null || regency.previous() != null);
        return comparable ? mean(regencies, Regency::previous) : null;
    }

    /** Equal values share a rank, and the next one counts on: 1, 2, 2, 4. By value, so that 2.5 and 2.50 are one. */
    private static Map<BigDecimal, Integer> ranks(int year, List<Region> parts, List<Publication> published) {
        var ranks = new TreeMap<BigDecimal, Integer>();
        var falling = parts.stream()
                .map(part -> index(part.code(), publication(part.code(), year, published)))
                .filter(Objects::nonNull)
                .sorted(Comparator.reverseOrder())
                .toList();
        for (int i = 0; i < falling.size(); i++) {
            ranks.putIfAbsent(falling.get(i), i + 1);
        }
        return ranks;
    }

    private static @Nullable BigDecimal mean(List<Regency> regencies, Function<Regency, @Nullable BigDecimal> valueOf) {
        var values = regencies.stream().map(valueOf).filter(Objects::nonNull).toList();
        return values.isEmpty()
                ? null
                : values.stream()
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .divide(BigDecimal.valueOf(values.size()), 2, RoundingMode.HALF_UP);
    }

    private static List<Integer> years(List<Publication> published) {
        return published.stream()
                .map(Publication::year)
                .distinct()
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    private static @Nullable Source source(int year, List<Publication> published) {
        return published.stream()
                .filter(one -> one.year() == year)
                .findFirst()
                .map(one -> new Source(one.source(), one.title()))
                .orElse(null);
    }
}
