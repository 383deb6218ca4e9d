package id.satuatap.citizen.spbe;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One year of a history. Without an index nothing is loaded for it.
 *
 * @param instrument id, or null when the year has no result
 */
public record Year(
        int year,
        @Nullable String instrument,
        @Nullable BigDecimal index,
        @Nullable String predicate,
        List<DomainIndex> domains,
        @Nullable String source,
        @Nullable String note) {

    private static final List<String> SCALE = List.of("Kurang", "Cukup", "Baik", "Sangat Baik", "Memuaskan");

    public record DomainIndex(String name, BigDecimal index) {}

    static Year notLoaded(int year) {
        return new Year(year, null, null, null, List.of(), null, null);
    }

    public boolean isLoaded() {
        return index != null;
    }

    /** 1 Kurang … 5 Memuaskan, 0 when the source names no predicate. */
    public int step() {
        return predicate == null ? 0 : SCALE.indexOf(predicate) + 1;
    }

    boolean continues(Year before) {
        return isLoaded()
                && before.isLoaded()
                && year == before.year + 1
                && instrument != null
                && instrument.equals(before.instrument);
    }
}
