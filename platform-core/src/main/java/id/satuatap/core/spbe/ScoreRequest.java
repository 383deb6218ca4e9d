package id.satuatap.core.spbe;

import id.satuatap.core.shared.BadInput;
import id.satuatap.core.shared.Fault;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NumericNode;

/** A year and levels by indicator number, read strictly so that a caller learns of every fault at once. */
record ScoreRequest(int year, Map<Integer, BigDecimal> levels) {

    private static final int FIRST_YEAR = 2018;
    private static final int LAST_YEAR = 2100;
    private static final Set<String> FIELDS = Set.of("year", "levels");
    private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,3}");

    static ScoreRequest read(JsonNode body, Instrument instrument) {
        if (!body.isObject()) {
            throw new BadInput(List.of(new Fault("", "fault.object")));
        }
        var faults = new ArrayList<Fault>();
        var year = readYear(body.get("year"), faults);
        var levels = readLevels(body.get("levels"), instrument, faults);
        body.propertyNames().stream()
                .filter(field -> !FIELDS.contains(field))
                .forEach(field -> faults.add(new Fault(field, "fault.unknown")));
        if (!faults.isEmpty()) {
            throw new BadInput(faults);
        }
        return new ScoreRequest(year, levels);
    }

    private static int readYear(@Nullable JsonNode node, List<Fault> faults) {
        if (node == null || node.isNull()) {
            faults.add(new Fault("year", "fault.required"));
        } else if (!node.isIntegralNumber()) {
            faults.add(new Fault("year", "fault.whole-number"));
        } else if (!node.canConvertToInt() || node.intValue() < FIRST_YEAR || node.intValue() > LAST_YEAR) {
            faults.add(new Fault("year", "fault.year", String.valueOf(FIRST_YEAR), String.valueOf(LAST_YEAR)));
        } else {
            return node.intValue();
        }
        return 0;
    }

    /** A level of null is a level not given. */
    private static Map<Integer, BigDecimal> readLevels(
            @Nullable JsonNode node, Instrument instrument, List<Fault> faults) {
        var levels = new TreeMap<Integer, BigDecimal>();
        if (node == null || node.isNull()) {
            faults.add(new Fault("levels", "fault.required"));
            return levels;
        }
        if (!node.isObject()) {
            faults.add(new Fault("levels", "fault.object"));
            return levels;
        }
        node.forEachEntry((key, value) -> {
            var indicator = indicator(key, instrument);
            var fault = fault(key, value, indicator, instrument);
            if (fault != null) {
                faults.add(fault);
            } else if (indicator != null && !value.isNull()) {
                levels.put(indicator.no(), value.decimalValue());
            }
        });
        return levels;
    }

    private static @Nullable Indicator indicator(String key, Instrument instrument) {
        return NUMBER.matcher(key).matches()
                ? instrument.indicator(Integer.parseInt(key)).orElse(null)
                : null;
    }

    private static @Nullable Fault fault(
            String key, JsonNode value, @Nullable Indicator indicator, Instrument instrument) {
        var field = "levels." + key;
        if (indicator == null) {
            return new Fault(field, "fault.indicator", instrument.indicators().size());
        }
        if (value.isNull()) {
            return null;
        }
        if (!(value instanceof NumericNode number) || number.isNaN()) {
            return new Fault(field, "fault.number");
        }
        var level = number.decimalValue();
        if (!Indicator.inRange(level)) {
            return new Fault(field, "fault.range", Indicator.LOWEST_LEVEL, Indicator.HIGHEST_LEVEL);
        }
        return indicator.accepts(level) ? null : new Fault(field, "fault.whole-number");
    }
}
