package id.satuatap.core.spbe;

import de.siegmar.fastcsv.writer.CsvWriter;
import id.satuatap.core.shared.SpreadsheetText;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Published results as CSV, a line each. */
final class ResultTable {

    private static final List<String> VALUES =
            List.of("D1", "D2", "D3", "D4", "A1", "A2", "A3", "A4", "A5", "A6", "A7", "A8");

    private ResultTable() {}

    static String csv(List<PublishedResult> found) {
        var text = new StringWriter();
        try (var csv = CsvWriter.builder().build(text)) {
            var header = new ArrayList<>(List.of("region", "body", "kind", "year", "instrument", "index", "predicate"));
            header.addAll(VALUES);
            header.addAll(List.of("source", "note"));
            csv.writeRecord(header);
            found.forEach(published -> csv.writeRecord(row(published)));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    private static List<String> row(PublishedResult published) {
        var result = published.result();
        var row = new ArrayList<String>();
        row.add(text(result.region()));
        row.add(SpreadsheetText.of(result.body()));
        row.add(PublishedResult.key(result.kind()));
        row.add(String.valueOf(result.year()));
        row.add(SpreadsheetText.of(result.instrument()));
        row.add(text(result.index()));
        row.add(SpreadsheetText.of(result.predicate()));
        for (var code : VALUES) {
            row.add(text(result.domains().getOrDefault(code, result.aspects().get(code))));
        }
        row.add(SpreadsheetText.of(published.sourceTitle()));
        row.add(SpreadsheetText.of(result.note()));
        return row;
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
