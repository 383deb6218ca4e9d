package id.satuatap.core.spbe.assessment;

import id.satuatap.core.spbe.Instrument;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** How many indicators of a regency have an invented level, around which one, and whether its province got a copy. */
record DemoPlan(int answered, int around, boolean shared) {

    /** By the slug of the regency. */
    static final Map<String, DemoPlan> OF = Map.of(
            "rembang", new DemoPlan(47, 4, true),
            "bojonegoro", new DemoPlan(47, 3, true),
            "bangkalan", new DemoPlan(25, 3, false),
            "rejanglebong", new DemoPlan(30, 3, false),
            "lebong", new DemoPlan(47, 3, true),
            "kepahiang", new DemoPlan(41, 2, true));

    /** The same for the same regency each time: around its level, one more or less. */
    Map<Integer, BigDecimal> levels(String slug, Instrument instrument) {
        var random = new Random(slug.hashCode());
        var levels = new TreeMap<Integer, BigDecimal>();
        for (var indicator : instrument.indicators()) {
            int level = Math.clamp(around + random.nextInt(3) - 1, 1, 5);
            if (levels.size() < answered) {
                levels.put(indicator.no(), BigDecimal.valueOf(level));
            }
        }
        return levels;
    }
}
