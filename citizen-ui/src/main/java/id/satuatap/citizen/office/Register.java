package id.satuatap.citizen.office;

import id.satuatap.citizen.office.OfficeClient.Count;
import id.satuatap.citizen.office.OfficeClient.Listing;
import id.satuatap.citizen.office.OfficeClient.Office;
import id.satuatap.citizen.page.Search;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The list of today and what others counted before: two facts that stand beside each other.
 *
 * @param sources each source once; an entry names it by its number in this list
 */
public record Register(List<Entry> entries, List<SourceUse> sources, List<Count> counts) {

    /** @param sourceNumber from 1 */
    public record Entry(String name, @Nullable String shortName, String kind, boolean sourced, int sourceNumber) {}

    public record SourceUse(int number, String title, int offices) {}

    public record KindCount(String kind, int offices) {}

    static Register of(Listing listing) {
        var numbers = new LinkedHashMap<String, Integer>();
        var entries = new ArrayList<Entry>();
        for (var office : listing.items()) {
            var number = numbers.computeIfAbsent(office.source(), _ -> numbers.size() + 1);
            entries.add(entry(office, number));
        }
        var sources = numbers.entrySet().stream()
                .map(source -> new SourceUse(source.getValue(), source.getKey(), uses(entries, source.getValue())))
                .toList();
        return new Register(List.copyOf(entries), sources, listing.counts());
    }

    private static Entry entry(Office office, int sourceNumber) {
        return new Entry(
                office.name(),
                office.shortName(),
                office.kind().toLowerCase(Locale.ROOT),
                office.certainty().equalsIgnoreCase("sourced"),
                sourceNumber);
    }

    private static int uses(List<Entry> entries, int source) {
        return (int)
                entries.stream().filter(entry -> entry.sourceNumber() == source).count();
    }

    public boolean isEmpty() {
        return entries.isEmpty();
    }

    public int size() {
        return entries.size();
    }

    /** Each kind with its number, the most frequent first. */
    public List<KindCount> kinds() {
        var counted = entries.stream()
                .collect(Collectors.groupingBy(Entry::kind, LinkedHashMap::new, Collectors.summingInt(_ -> 1)));
        return counted.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .map(kind -> new KindCount(kind.getKey(), kind.getValue()))
                .toList();
    }

    public List<Entry> found(Search search) {
        return entries.stream()
                .filter(entry -> search.finds(entry.name(), entry.shortName() == null ? "" : entry.shortName()))
                .toList();
    }
}
