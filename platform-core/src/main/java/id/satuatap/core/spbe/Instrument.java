package id.satuatap.core.spbe;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A set of weighted indicators by which a government is evaluated. One that exists adds up. */
public record Instrument(
        String id, About about, LevelNames levelNames, List<Predicate> predicates, List<Domain> domains) {

    private static final Fraction WHOLE = Fraction.of(100);
    private static final Fraction LOWEST_INDEX = Fraction.of(Indicator.LOWEST_LEVEL);

    /** Where it comes from and when it holds; {@code scoredAs} names the form used instead when results were made. */
    public record About(
            String regulation,
            String title,
            String source,
            List<Integer> validYears,
            boolean provisional,
            @Nullable String scoredAs,
            List<String> notes) {

        public About {
            if (validYears.isEmpty()
                    || !validYears.equals(
                            validYears.stream().sorted().distinct().toList())) {
                throw new IllegalArgumentException("its valid years must rise from one to the next, at least one year");
            }
            validYears = List.copyOf(validYears);
            notes = List.copyOf(notes);
        }
    }

    /** The words for levels 1 to 5 on each of the two scales. */
    public record LevelNames(List<String> process, List<String> service) {

        public LevelNames {
            if (process.size() != Indicator.HIGHEST_LEVEL || service.size() != Indicator.HIGHEST_LEVEL) {
                throw new IllegalArgumentException("it names %d process and %d service levels, not five of each"
                        .formatted(process.size(), service.size()));
            }
            process = List.copyOf(process);
            service = List.copyOf(service);
        }
    }

    public Instrument {
        predicates = List.copyOf(predicates);
        domains = List.copyOf(domains);
        requireWholeWeight(domains);
        requireNumbersWithoutGap(domains);
        requireDistinctCodes(domains);
        requireFallingPredicates(predicates);
    }

    /** What officials call it: PermenPANRB 59 Tahun 2020. */
    public String shortName() {
        return about.regulation()
                .replaceFirst(" tentang .*", "")
                .replace("Peraturan Menteri PANRB Nomor", "PermenPANRB");
    }

    public List<Indicator> indicators() {
        return domains.stream()
                .flatMap(domain -> domain.aspects().stream())
                .flatMap(aspect -> aspect.indicators().stream())
                .toList();
    }

    public Optional<Indicator> indicator(int no) {
        return indicators().stream().filter(indicator -> indicator.no() == no).findFirst();
    }

    /** What the given levels are worth in an evaluation of that year; a missing level counts 0. */
    public Score score(int year, Map<Integer, BigDecimal> levels) {
        return Score.of(this, PredicateRule.of(year), levels);
    }

    /** From the indices of its domains, by code. */
    Fraction index(Map<String, Fraction> ofDomains) {
        return domains.stream()
                .map(domain -> domain.weight().times(Objects.requireNonNull(ofDomains.get(domain.code()))))
                .reduce(Fraction.ZERO, Fraction::plus)
                .dividedBy(WHOLE);
    }

    /** An index below the lowest threshold has the lowest predicate. */
    String predicate(Fraction index, PredicateRule rule) {
        var judged = rule.apply(index);
        return predicates.stream()
                .filter(predicate -> judged.compareTo(predicate.min()) >= 0)
                .findFirst()
                .orElse(predicates.getLast())
                .name();
    }

    private static void requireWholeWeight(List<Domain> domains) {
        var sum = domains.stream().map(Domain::weight).reduce(Fraction.ZERO, Fraction::plus);
        if (!sum.equals(WHOLE)) {
            throw new IllegalArgumentException("its domains weigh %s together, not 100".formatted(sum));
        }
    }

    private static void requireNumbersWithoutGap(List<Domain> domains) {
        var expected = 1;
        for (var domain : domains) {
            for (var aspect : domain.aspects()) {
                for (var indicator : aspect.indicators()) {
                    if (indicator.no() != expected) {
                        throw new IllegalArgumentException("aspect %s has indicator %d where %d should stand"
                                .formatted(aspect.code(), indicator.no(), expected));
                    }
                    expected++;
                }
            }
        }
    }

    private static void requireDistinctCodes(List<Domain> domains) {
        var seen = new HashSet<String>();
        domains.stream()
                .flatMap(domain -> Stream.concat(
                        Stream.of(domain.code()), domain.aspects().stream().map(Aspect::code)))
                .filter(code -> !seen.add(code))
                .findFirst()
                .ifPresent(code -> {
                    throw new IllegalArgumentException("the code %s is used twice".formatted(code));
                });
    }

    private static void requireFallingPredicates(List<Predicate> predicates) {
        if (predicates.isEmpty() || !predicates.getLast().min().equals(LOWEST_INDEX)) {
            throw new IllegalArgumentException("its lowest predicate must begin at 1");
        }
        for (var i = 1; i < predicates.size(); i++) {
            if (predicates.get(i - 1).min().compareTo(predicates.get(i).min()) <= 0) {
                throw new IllegalArgumentException("predicate %s must begin below %s"
                        .formatted(
                                predicates.get(i).name(), predicates.get(i - 1).name()));
            }
        }
    }
}
