package id.satuatap.core.spbe;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A set of weighted indicators by which a government is evaluated. One that exists adds up. */
public record Instrument(
        String id, About about, LevelNames levelNames, List<Predicate> predicates, List<Domain> domains) {

    static final Fraction WHOLE = Fraction.of(100);

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

    public Instrument {
        predicates = List.copyOf(predicates);
        domains = List.copyOf(domains);
        InstrumentCheck.fit(domains, predicates);
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
}
