package id.satuatap.core.shared;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.core.io.ClassPathResource;

/** Reads the project's data files. */
public final class CsvFile {

    private CsvFile() {}

    public static List<NamedCsvRecord> rows(String path) {
        try (var reader = new InputStreamReader(new ClassPathResource(path).getInputStream(), StandardCharsets.UTF_8);
                var rows = CsvReader.builder().ofNamedCsvRecord(reader)) {
            return rows.stream().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(path, unreadable);
        }
    }
}
