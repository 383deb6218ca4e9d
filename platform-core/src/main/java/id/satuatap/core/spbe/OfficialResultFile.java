package id.satuatap.core.spbe;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Function;
import org.springframework.core.io.ClassPathResource;

/** The published results and their sources as this project keeps them; read by the setup step, never by a server. */
public final class OfficialResultFile {

    private static final String RESULTS = "spbe/official-results.csv";
    private static final String SOURCES = "spbe/sources.csv";

    private OfficialResultFile() {}

    public static List<OfficialResult> results() {
        return read(RESULTS, open(RESULTS), row -> new FileRow(row).result());
    }

    static List<OfficialResult> results(String csv) {
        return read(RESULTS, new StringReader(csv), row -> new FileRow(row).result());
    }

    /** Titles by the key that results name. */
    public static Map<String, String> sources() {
        var titles = new LinkedHashMap<String, String>();
        read(SOURCES, open(SOURCES), row -> titles.put(new FileRow(row).text("key"), new FileRow(row).text("title")));
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
}
