package id.satuatap.core.spbe;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A row of the file of published results, or of that of their sources; one that can't be is refused. */
record FileRow(NamedCsvRecord row) {

    private static final List<String> DOMAINS = List.of("D1", "D2", "D3", "D4");
    private static final List<String> ASPECTS = List.of("A1", "A2", "A3", "A4", "A5", "A6", "A7", "A8");
    private static final char UNKNOWN_LEVEL = '-';

    OfficialResult result() {
        return new OfficialResult(
                optional("region"),
                text("body"),
                OfficialResult.Kind.valueOf(text("kind")),
                Integer.parseInt(text("year")),
                text("instrument"),
                number("index"),
                optional("predicate"),
                numbers(DOMAINS),
                numbers(ASPECTS),
                levels(row.getField("levels")),
                flag("complete"),
                text("source"),
                optional("note"));
    }

    String text(String field) {
        var text = row.getField(field);
        if (text.isBlank()) {
            throw new IllegalArgumentException(field + " is empty");
        }
        return text;
    }

    private @Nullable String optional(String field) {
        var text = row.getField(field);
        return text.isEmpty() ? null : text;
    }

    private @Nullable BigDecimal number(String field) {
        var text = optional(field);
        try {
            return text == null ? null : new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("%s is \"%s\", not a number".formatted(field, text), e);
        }
    }

    private boolean flag(String field) {
        return switch (row.getField(field)) {
            case "true" -> true;
            case "false" -> false;
            case String other -> throw new IllegalArgumentException("%s is \"%s\"".formatted(field, other));
        };
    }

    private Map<String, BigDecimal> numbers(List<String> fields) {
        var numbers = new LinkedHashMap<String, BigDecimal>();
        for (var field : fields) {
            var number = number(field);
            if (number != null) {
                numbers.put(field, number);
            }
        }
        return Collections.unmodifiableMap(numbers);
    }

    /** One character an indicator, in order. */
    private static Map<Integer, Integer> levels(String compact) {
        var levels = new TreeMap<Integer, Integer>();
        for (var i = 0; i < compact.length(); i++) {
            var level = compact.charAt(i);
            if (level != UNKNOWN_LEVEL) {
                if (level < '1' || level > '5') {
                    throw new IllegalArgumentException("level %d is \"%s\"".formatted(i + 1, level));
                }
                levels.put(i + 1, level - '0');
            }
        }
        return Collections.unmodifiableMap(levels);
    }
}
