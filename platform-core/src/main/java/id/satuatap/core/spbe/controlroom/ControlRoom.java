package id.satuatap.core.spbe.controlroom;

import id.satuatap.core.spbe.PublishedHistory;
import id.satuatap.core.spbe.PublishedIndex;
import id.satuatap.core.spbe.assessment.Received;
import id.satuatap.core.tenancy.Region;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The province's view of one year. Official values are ranked and averaged; what regencies shared stands apart and never enters a
 * rank, a mean or a trend.
 *
 * @param average plain mean of the official values of the regencies and cities, rounded; our arithmetic, not the ministry's
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
        List<Regency> regencies,
        List<Shared> shared) {

    record Place(String code, String name) {}

    record Source(String key, String title) {}

    record Average(@Nullable BigDecimal index, @Nullable BigDecimal previous, int count) {}

    record PastValue(int year, BigDecimal index, String instrument, String source) {}

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
            List<PastValue> history) {}

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
            List<PublishedHistory> published,
            List<Received> received) {
        var byRegion = published.stream().collect(Collectors.toMap(PublishedHistory::region, Function.identity()));
        var regencies = ranked(parts.stream()
                .map(part -> regency(part, slugs.get(part.code()), year, byRegion.get(part.code())))
                .toList());
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
                regencies,
                received.stream().map(Shared::of).toList());
    }

    private static Regency regency(Region part, @Nullable String slug, int year, @Nullable PublishedHistory published) {
        var byYear = new TreeMap<Integer, PublishedIndex>();
        if (published != null) {
            published.results().forEach(result -> byYear.put(result.year(), result));
        }
        var now = byYear.get(year);
        var index = index(now);
        var before = byYear.get(year - 1);
        var previous = sameInstrument(now, before) ? index(before) : null; // else not comparable
        return new Regency(
                part.code(),
                part.name(),
                part.kind(),
                slug,
                part.latitude(),
                part.longitude(),
                index,
                published == null ? null : published.predicate(),
                previous,
                index == null || previous == null ? null : index.subtract(previous),
                null,
                published == null ? Map.of() : published.domains(),
                history(byYear.values()));
    }

    private static boolean sameInstrument(@Nullable PublishedIndex one, @Nullable PublishedIndex other) {
        return one == null || other == null || one.instrument().equals(other.instrument());
    }

    /** The mean of the year before, where every regency of this year's mean has a value in it; else it would compare unlike sets. */
    private static @Nullable BigDecimal previousMean(List<Regency> regencies) {
        var comparable = regencies.stream().allMatch(regency -> regency.index() == null || regency.previous() != null);
        return comparable ? mean(regencies, Regency::previous) : null;
    }

    private static List<PastValue> history(Collection<PublishedIndex> byYear) {
        return byYear.stream()
                .filter(published -> published.index() != null)
                .map(published -> new PastValue(
                        published.year(),
                        Objects.requireNonNull(published.index()),
                        published.instrument(),
                        published.sourceTitle()))
                .toList();
    }

    /** Equal values share a rank, and the next one counts on: 1, 2, 2, 4. */
    private static List<Regency> ranked(List<Regency> regencies) {
        var ranks = ranks(regencies);
        return regencies.stream()
                .map(regency ->
                        regency.index() == null ? regency : withRank(regency, ranks.getOrDefault(regency.index(), 0)))
                .sorted(Comparator.comparing(Regency::rank, Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(Regency::code))
                .toList();
    }

    /** By value, so that 2.5 and 2.50 are one. */
    private static Map<BigDecimal, Integer> ranks(List<Regency> regencies) {
        var ranks = new TreeMap<BigDecimal, Integer>();
        var falling = regencies.stream()
                .map(Regency::index)
                .filter(Objects::nonNull)
                .sorted(Comparator.reverseOrder())
                .toList();
        for (int i = 0; i < falling.size(); i++) {
            ranks.putIfAbsent(falling.get(i), i + 1);
        }
        return ranks;
    }

    private static Regency withRank(Regency regency, int rank) {
        return new Regency(
                regency.code(),
                regency.name(),
                regency.kind(),
                regency.slug(),
                regency.lat(),
                regency.lng(),
                regency.index(),
                regency.predicate(),
                regency.previous(),
                regency.change(),
                rank,
                regency.domains(),
                regency.history());
    }

    private static @Nullable BigDecimal mean(List<Regency> regencies, Function<Regency, @Nullable BigDecimal> valueOf) {
        var values = regencies.stream().map(valueOf).filter(Objects::nonNull).toList();
        return values.isEmpty()
                ? null
                : values.stream()
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .divide(BigDecimal.valueOf(values.size()), 2, RoundingMode.HALF_UP);
    }

    private static @Nullable BigDecimal index(@Nullable PublishedIndex result) {
        return result == null ? null : result.index();
    }

    private static List<Integer> years(List<PublishedHistory> published) {
        return results(published)
                .map(PublishedIndex::year)
                .distinct()
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    private static @Nullable Source source(int year, List<PublishedHistory> published) {
        return results(published)
                .filter(result -> result.year() == year)
                .findFirst()
                .map(result -> new Source(result.source(), result.sourceTitle()))
                .orElse(null);
    }

    private static Stream<PublishedIndex> results(List<PublishedHistory> published) {
        return published.stream().flatMap(region -> region.results().stream());
    }
}
