package id.satuatap.core.spbe;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;

/** The published results and their sources as this project keeps them; read by the setup step, never by a server. */
public final class OfficialResultFile {

    private static final String RESULTS = "spbe/official-results.csv";
    private static final String SOURCES = "spbe/sources.csv";
    private static final List<String> DOMAINS = List.of("D1", "D2", "D3", "D4");
    private static final List<String> ASPECTS = List.of("A1", "A2", "A3", "A4", "A5", "A6", "A7", "A8");
    private static final char UNKNOWN_LEVEL = '-';

    private OfficialResultFile() {}

    public static List<OfficialResult> results() {
        return read(RESULTS, open(RESULTS), OfficialResultFile::result);
    }

    static List<OfficialResult> results(String csv) {
        return read(RESULTS, new StringReader(csv), OfficialResultFile::result);
    }

    /** Titles by the key that results name. */
    public static Map<String, String> sources() {
        var titles = new LinkedHashMap<String, String>();
        read(SOURCES, open(SOURCES), row -> titles.put(text(row, "key"), text(row, "title")));
        return Collections.unmodifiableMap(titles);
    }

    private static <T> List<T> read(String file, Reader reader, Function<NamedCsvRecord, T> read) {
        try (var rows = CsvReader.builder().ofNamedCsvRecord(reader)) {
            return rows.stream().map(row -> readRow(file, row, read)).toList();
        } catch (CsvParseException e) {
            throw new IllegalStateException("%s: %s".formatted(file, e.getMessage()), e);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " can't be read", e);
        }
    }

    private static <T> T readRow(String file, NamedCsvRecord row, Function<NamedCsvRecord, T> read) {
        try {
            return read.apply(row);
        } catch (IllegalArgumentException | NoSuchElementException e) {
            throw new IllegalStateException(
                    "%s, line %d: %s".formatted(file, row.getStartingLineNumber(), e.getMessage()), e);
        }
    }

    private static Reader open(String file) {
        try {
            return new InputStreamReader(new ClassPathResource(file).getInputStream(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " is missing", e);
        }
    }

    private static OfficialResult result(NamedCsvRecord row) {
        return new OfficialResult(
                optional(row, "region"),
                text(row, "body"),
                OfficialResult.Kind.valueOf(text(row, "kind")),
                Integer.parseInt(text(row, "year")),
                text(row, "instrument"),
                number(row, "index"),
                optional(row, "predicate"),
                numbers(row, DOMAINS),
                numbers(row, ASPECTS),
                levels(row.getField("levels")),
                flag(row, "complete"),
                text(row, "source"),
                optional(row, "note"));
    }

    private static String text(NamedCsvRecord row, String field) {
        var text = row.getField(field);
        if (text.isBlank()) {
            throw new IllegalArgumentException(field + " is empty");
        }
        return text;
    }

    private static @Nullable String optional(NamedCsvRecord row, String field) {
        var text = row.getField(field);
        return text.isEmpty() ? null : text;
    }

    private static @Nullable BigDecimal number(NamedCsvRecord row, String field) {
        var text = optional(row, field);
        try {
            return text == null ? null : new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("%s is \"%s\", not a number".formatted(field, text), e);
        }
    }

    private static boolean flag(NamedCsvRecord row, String field) {
        return switch (row.getField(field)) {
            case "true" -> true;
            case "false" -> false;
            case String other -> throw new IllegalArgumentException("%s is \"%s\"".formatted(field, other));
        };
    }

    private static Map<String, BigDecimal> numbers(NamedCsvRecord row, List<String> fields) {
        var numbers = new LinkedHashMap<String, BigDecimal>();
        for (var field : fields) {
            var number = number(row, field);
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
