package id.satuatap.admin.shared;

import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** A table as CSV, as Indonesian Excel opens it: a byte order mark first, cells parted by {@code ;}, and none that a spreadsheet would execute. */
public final class CsvFile {

    public static final String BYTE_ORDER_MARK = "\uFEFF";

    private final List<List<String>> rows = new ArrayList<>();

    public CsvFile row(String... cells) {
        rows.add(List.of(cells));
        return this;
    }

    public String text() {
        return BYTE_ORDER_MARK + rows.stream().map(CsvFile::line).collect(Collectors.joining());
    }

    /** One row, with its end. */
    public static String line(List<String> cells) {
        return cells.stream().map(CsvFile::cell).collect(Collectors.joining(";", "", "\r\n"));
    }

    /** A download of the file as it is when it is asked for. */
    public static DownloadHandler download(String name, Supplier<CsvFile> file) {
        return DownloadHandler.fromInputStream(event -> {
            var bytes = file.get().text().getBytes(StandardCharsets.UTF_8);
            return new DownloadResponse(new ByteArrayInputStream(bytes), name, "text/csv;charset=UTF-8", bytes.length);
        });
    }

    private static String cell(String value) {
        var harmless = startsFormula(value) ? "'" + value : value;
        return harmless.chars().anyMatch(c -> c == ';' || c == '"' || c == '\n' || c == '\r')
                ? '"' + harmless.replace("\"", "\"\"") + '"'
                : harmless;
    }

    private static boolean startsFormula(String value) {
        return !value.isEmpty()
                && "=+-@|\t\r\n".indexOf(value.charAt(0)) >= 0
                && !value.matches("-?[0-9]+([.,][0-9]+)?");
    }
}
