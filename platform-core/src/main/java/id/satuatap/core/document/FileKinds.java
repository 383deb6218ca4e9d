package id.satuatap.core.document;

import id.satuatap.core.shared.Unacceptable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.apache.tika.Tika;
import org.jspecify.annotations.Nullable;
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
    private static final long MOST_UNPACKED = 150L * 1024 * 1024;
    private static final byte[] PDF = "%PDF-".getBytes(StandardCharsets.US_ASCII);

    private static final Map<String, String> ENDINGS = Map.ofEntries(
            Map.entry("application/pdf", ".pdf"),
            Map.entry("image/png", ".png"),
            Map.entry("image/jpeg", ".jpg"),
            Map.entry("image/webp", ".webp"),
            Map.entry("image/gif", ".gif"),
            Map.entry(OOXML + "wordprocessingml.document", ".docx"),
            Map.entry(OOXML + "spreadsheetml.sheet", ".xlsx"),
            Map.entry(OOXML + "presentationml.presentation", ".pptx"),
            Map.entry("application/vnd.oasis.opendocument.text", ".odt"),
            Map.entry("application/vnd.oasis.opendocument.spreadsheet", ".ods"),
            Map.entry("application/vnd.oasis.opendocument.presentation", ".odp"));

    private final Tika tika = new Tika();

    /** The media type; 415 when the content is of no kind that is taken, whatever the name says. */
    String of(Path path) throws IOException {
        var kind = head(path);
        if (PLAIN.contains(kind) && (!kind.equals("application/pdf") || startsAsPdf(path))) {
            return kind;
        }
        return (kind.equals("application/zip") || kind.contains("opendocument") || kind.contains("ooxml")
                        ? office(path)
                        : Optional.<String>empty())
                .orElseThrow(() -> new Unacceptable(Unacceptable.Reason.TYPE, "document.type"));
    }

    /** By the first bytes alone: a name must not decide. */
    private String head(Path path) throws IOException {
        try (InputStream bytes = Files.newInputStream(path)) {
            return tika.detect(bytes.readNBytes(64 * 1024));
        }
    }

    /** A PDF with something before it can be a page as well. */
    private static boolean startsAsPdf(Path path) throws IOException {
        try (InputStream bytes = Files.newInputStream(path)) {
            return Arrays.equals(bytes.readNBytes(PDF.length), PDF);
        }
    }

    private static Optional<String> office(Path path) throws IOException {
        try (var zip = new ZipFile(path.toFile())) {
            if (zip.size() > MOST_ENTRIES
                    || unpacked(zip) > MOST_UNPACKED
                    || zip.stream().anyMatch(FileKinds::holdsProgram)) {
                return Optional.empty();
            }
            var openDocument = zip.getEntry("mimetype");
            if (openDocument != null) {
                try (var bytes = zip.getInputStream(openDocument)) {
                    var kind = new String(bytes.readNBytes(100), StandardCharsets.US_ASCII);
                    return Optional.of(kind).filter(OPEN_DOCUMENT::contains);
                }
            }
            if (!withoutMacros(zip, zip.getEntry("[Content_Types].xml"))) {
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
        } catch (ZipException | EOFException broken) {
            return Optional.empty();
        }
    }

    private static long unpacked(ZipFile zip) {
        return zip.stream().mapToLong(ZipEntry::getSize).sum();
    }

    private static boolean holdsProgram(ZipEntry entry) {
        var name = entry.getName().toLowerCase(Locale.ROOT);
        return name.contains("..")
                || name.startsWith("/")
                || name.endsWith("vbaproject.bin")
                || name.startsWith("basic/")
                || name.startsWith("scripts/");
    }

    /** A part with macros can have any name; its declared type says what it is. */
    private static boolean withoutMacros(ZipFile zip, @Nullable ZipEntry types) throws IOException {
        if (types == null) {
            return false;
        }
        try (var bytes = zip.getInputStream(types)) {
            var text = new String(bytes.readNBytes(256 * 1024), StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
            return !text.contains("macroenabled") && !text.contains("vbaproject");
        }
    }

    /** The name with the ending of what the file is: a name must not make a reader open it as something else. */
    static String named(String name, String mediaType) {
        var ending = ENDINGS.getOrDefault(mediaType, "");
        var lower = name.toLowerCase(Locale.ROOT);
        var fits = lower.endsWith(ending) || (ending.equals(".jpg") && lower.endsWith(".jpeg"));
        return fits ? name : name + ending;
    }
}
