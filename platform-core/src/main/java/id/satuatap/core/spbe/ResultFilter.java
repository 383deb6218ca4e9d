package id.satuatap.core.spbe;

import id.satuatap.core.shared.BadInput;
import id.satuatap.core.shared.Fault;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/** Which results are asked for; null means any. */
record ResultFilter(
        @Nullable Integer year,
        @Nullable String province,
        @Nullable String region,
        OfficialResult.@Nullable Kind kind) {

    /** 400 with all that is wrong of what was asked for. */
    static ResultFilter of(
            @Nullable Integer year, @Nullable String province, @Nullable String region, @Nullable String kind) {
        var faults = new ArrayList<Fault>();
        if (year != null && (year < 2018 || year > 2100)) {
            faults.add(new Fault("year", "fault.range", 2018, 2100));
        }
        if (province != null && !province.matches("\\d{2}")) {
            faults.add(new Fault("province", "fault.region"));
        }
        if (region != null && !region.matches("\\d{2}(\\.\\d{2})?")) {
            faults.add(new Fault("region", "fault.region"));
        }
        var known = kindOf(kind);
        if (kind != null && known == null) {
            faults.add(new Fault("kind", "fault.kind"));
        }
        if (!faults.isEmpty()) {
            throw new BadInput(faults);
        }
        return new ResultFilter(year, province, region, known);
    }

    private static OfficialResult.@Nullable Kind kindOf(@Nullable String kind) {
        for (var known : OfficialResult.Kind.values()) {
            if (PublishedResult.key(known).equals(kind)) {
                return known;
            }
        }
        return null;
    }
}
