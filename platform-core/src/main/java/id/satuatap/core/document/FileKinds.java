package id.satuatap.core.document;

import id.satuatap.core.shared.Unacceptable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.apache.tika.Tika;
import org.springframework.stereotype.Component;

/** Tells a file's kind from its content, and takes only what offices need: PDF, images, and office documents without macros. */
@Component
class FileKinds {

    private static final Set<String> PLAIN =
            Set.of("application/pdf", "image/png", "image/jpeg", "image/webp", "image/gif");
    private static final Set<String> OPEN_DOCUMENT = Set.of(
            "application/vnd.oasis.opendocument.text",
            "application/vnd.oasis.opendocument.spreadsheet",
            "application/vnd.oasis.opendocument.presentation");
    private static final String OOXML = "application/vnd.openxmlformats-officedocument.";
    private static final int MOST_ENTRIES = 10_000;

    private final Tika tika = new Tika();

    /** The media type; 415 when the content is of no kind that is taken, whatever the name says. */
    String of(Path path) throws IOException {
        var kind = head(path);
        if (PLAIN.contains(kind)) {
            return kind;
        }
        return (kind.equals("application/zip") || kind.contains("opendocument") || kind.contains("ooxml")
                        ? office(path)
                        : Optional.<String>empty())
                .orElseThrow(() -> new Unacceptable(Unacceptable.Reason.TYPE, "document.type"));
    }

    /** By the first bytes alone: a name must not decide. */
    private String head(Path path) throws IOException {
        try (InputStream bytes = java.nio.file.Files.newInputStream(path)) {
            return tika.detect(bytes.readNBytes(64 * 1024));
        }
    }

    private static Optional<String> office(Path path) throws IOException {
        try (var zip = new ZipFile(path.toFile())) {
            if (zip.size() > MOST_ENTRIES
                    || zip.stream().anyMatch(entry -> entry.getName().endsWith("vbaProject.bin"))) {
                return Optional.empty();
            }
            var openDocument = zip.getEntry("mimetype");
            if (openDocument != null) {
                try (var bytes = zip.getInputStream(openDocument)) {
                    var kind = new String(bytes.readNBytes(100), StandardCharsets.US_ASCII);
                    return Optional.of(kind).filter(OPEN_DOCUMENT::contains);
                }
            }
            if (zip.getEntry("[Content_Types].xml") == null) {
                return Optional.empty();
            }
            if (zip.getEntry("word/document.xml") != null) {
                return Optional.of(OOXML + "wordprocessingml.document");
            }
            if (zip.getEntry("xl/workbook.xml") != null) {
                return Optional.of(OOXML + "spreadsheetml.sheet");
            }
            return Optional.ofNullable(zip.getEntry("ppt/presentation.xml"))
                    .map(found -> OOXML + "presentationml.presentation");
        } catch (ZipException broken) {
            return Optional.empty();
        }
    }
}
