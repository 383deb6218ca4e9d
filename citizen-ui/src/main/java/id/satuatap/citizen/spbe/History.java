package id.satuatap.citizen.spbe;

import id.satuatap.citizen.spbe.SpbeClient.Instrument;
import id.satuatap.citizen.spbe.SpbeClient.Result;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** All years since the first evaluation, each under the regulation that held then. */
public record History(List<Era> eras) {

    private static final int FIRST_EVALUATION = 2018;
    private static final String UNKNOWN = "–";

    static History of(
            List<Result> results,
            List<Instrument> instruments,
            Map<String, Map<String, String>> domainNames,
            int lastYear) {
        var last =
                Math.max(lastYear, results.stream().mapToInt(Result::year).max().orElse(lastYear));
        var eras = new ArrayList<Era>();
        IntStream.rangeClosed(FIRST_EVALUATION, last).forEach(number -> {
            var year = year(number, results, domainNames);
            var regulation = regulation(year, instruments);
            if (eras.isEmpty() || !eras.getLast().regulation().equals(regulation)) {
                eras.add(new Era(regulation, new ArrayList<>()));
            }
            eras.getLast().years().add(year);
        });
        return new History(List.copyOf(eras));
    }

    private static Year year(int number, List<Result> results, Map<String, Map<String, String>> domainNames) {
        return results.stream()
                .filter(result -> result.year() == number && result.index() != null)
                .findFirst()
                .map(result -> loaded(result, domainNames.getOrDefault(result.instrument(), Map.of())))
                .orElseGet(() -> Year.notLoaded(number));
    }

    private static Year loaded(Result result, Map<String, String> names) {
        var indices = result.domains() == null ? Map.<String, BigDecimal>of() : result.domains();
        var domains = indices.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry ->
                        new Year.DomainIndex(names.getOrDefault(entry.getKey(), entry.getKey()), entry.getValue()))
                .toList();
        return new Year(
                result.year(),
                result.instrument(),
                result.index(),
                result.predicate(),
                domains,
                result.source().title(),
                result.note());
    }

    private static String regulation(Year year, List<Instrument> instruments) {
        return instruments.stream()
                .filter(instrument -> year.isLoaded()
                        ? instrument.id().equals(year.instrument())
                        : instrument.validYears().contains(year.year()))
                .map(Instrument::regulation)
                .findFirst()
                .orElse(year.instrument() == null ? UNKNOWN : year.instrument());
    }

    public List<Year> years() {
        return eras.stream().flatMap(era -> era.years().stream()).toList();
    }

    public List<Era> newestFirst() {
        return eras.reversed();
    }

    public boolean hasFigures() {
        return latest() != null;
    }

    public @Nullable Year latest() {
        return years().stream()
                .filter(Year::isLoaded)
                .max(Comparator.comparingInt(Year::year))
                .orElse(null);
    }

    /** How far the latest index moved, where the year before it has one by the same instrument. */
    public @Nullable Change change() {
        var latest = latest();
        if (latest == null || latest.index() == null) {
            return null;
        }
        for (var before : years()) {
            if (latest.continues(before) && before.index() != null) {
                return new Change(latest.index().subtract(before.index()), before);
            }
        }
        return null;
    }

    public record Change(BigDecimal by, Year from) {

        /** Completes a message key. */
        public String direction() {
            return switch (by.signum()) {
                case 1 -> "risen";
                case -1 -> "fallen";
                default -> "equal";
            };
        }

        public BigDecimal size() {
            return by.abs();
        }
    }
}
