package id.satuatap.core.controlroom;

import id.satuatap.core.controlroom.ControlRoom.Regency;
import id.satuatap.core.controlroom.ControlRoom.Source;
import id.satuatap.core.spbe.Publication;
import id.satuatap.core.tenancy.Region;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What was published of a province, seen from one year. */
record YearResults(int year, List<Publication> published) {

    /** By rank; those without a value of the year at the end. */
    List<Regency> regencies(List<Region> parts, Map<String, String> slugs) {
        var ranks = ranks(parts);
        return parts.stream()
                .map(part -> regency(part, slugs.get(part.code()), ranks))
                .sorted(Comparator.comparing(Regency::rank, Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(Regency::code))
                .toList();
    }

    List<Integer> years() {
        return published.stream()
                .map(Publication::year)
                .distinct()
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    @Nullable
    Source source() {
        return published.stream()
                .filter(one -> one.year() == year)
                .findFirst()
                .map(one -> new Source(one.source(), one.title()))
                .orElse(null);
    }

    private Regency regency(Region part, @Nullable String slug, Map<BigDecimal, Integer> ranks) {
        var code = part.code();
        var now = publication(code, year);
        var before = publication(code, year - 1);
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
    private @Nullable Publication publication(String region, int ofYear) {
        var all = published.stream().filter(one -> one.year() == ofYear).toList();
        return all.stream()
                .filter(one -> one.indexes().containsKey(region))
                .findFirst()
                .or(() -> all.stream()
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

    /** Equal values share a rank, and the next one counts on: 1, 2, 2, 4. By value, so that 2.5 and 2.50 are one. */
    private Map<BigDecimal, Integer> ranks(List<Region> parts) {
        var ranks = new TreeMap<BigDecimal, Integer>();
        var falling = parts.stream()
                .map(part -> index(part.code(), publication(part.code(), year)))
                .filter(Objects::nonNull)
                .sorted(Comparator.reverseOrder())
                .toList();
        for (int i = 0; i < falling.size(); i++) {
            ranks.putIfAbsent(falling.get(i), i + 1);
        }
        return ranks;
    }
}
