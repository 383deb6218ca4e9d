package id.satuatap.core.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.satuatap.core.shared.Unacceptable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileKindsTest {

    private static final String TYPES = "[Content_Types].xml";

    private final FileKinds kinds = new FileKinds();

    @TempDir
    private Path folder;

    @Test
    void office_documents_are_known_by_what_is_in_them() throws IOException {
        assertThat(kinds.of(zip(Map.of(TYPES, "<Types/>", "word/document.xml", "<w/>"))))
                .endsWith("wordprocessingml.document");
        assertThat(kinds.of(zip(Map.of(TYPES, "<Types/>", "xl/workbook.xml", "<x/>"))))
                .endsWith("spreadsheetml.sheet");
        assertThat(kinds.of(zip(Map.of("mimetype", "application/vnd.oasis.opendocument.text", "content.xml", "<o/>"))))
                .isEqualTo("application/vnd.oasis.opendocument.text");
    }

    @Test
    void documents_with_macros_are_refused_however_the_macro_is_named() {
        refused(Map.of(TYPES, "<Types/>", "word/document.xml", "<w/>", "word/VBAProject.bin", "x"));
        refused(Map.of(
                TYPES, "<Override ContentType='application/vnd.ms-office.vbaProject'/>", "word/document.xml", ""));
        refused(Map.of("mimetype", "application/vnd.oasis.opendocument.text", "Basic/Standard/Module1.xml", "x"));
    }

    @Test
    void archives_and_broken_archives_are_refused() throws IOException {
        refused(Map.of("a.txt", "only a file"));
        var broken = folder.resolve("broken");
        Files.write(broken, "PK\u0003\u0004 and then nothing".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> kinds.of(broken)).isInstanceOf(Unacceptable.class);
    }

    @Test
    void a_page_that_calls_itself_a_picture_is_refused() throws IOException {
        var page = folder.resolve("page.png");
        Files.writeString(page, "<html><script>alert(1)</script></html>");
        assertThatThrownBy(() -> kinds.of(page)).isInstanceOf(Unacceptable.class);
    }

    private void refused(Map<String, String> entries) {
        assertThatThrownBy(() -> kinds.of(zip(entries))).isInstanceOf(Unacceptable.class);
    }

    private Path zip(Map<String, String> entries) throws IOException {
        var file = Files.createTempFile(folder, "file", ".bin");
        var ordered = new LinkedHashMap<String, String>();
        if (entries.containsKey("mimetype")) {
            ordered.put("mimetype", entries.get("mimetype")); // comes first in OpenDocument
        }
        ordered.putAll(entries);
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (var entry : ordered.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return file;
    }
}
