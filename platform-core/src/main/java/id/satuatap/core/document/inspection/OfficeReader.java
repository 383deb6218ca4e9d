package id.satuatap.core.document.inspection;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** Office documents are ZIP archives: checks the archive itself, then asks {@link OpenXml} or {@link OpenDocument}. */
final class OfficeReader {

    private static final int MOST_ENTRIES = 10_000;
    private static final long MOST_UNPACKED = 150L * 1024 * 1024;

    private final ZipFile zip;
    private final Map<String, ZipEntry> parts;

    private OfficeReader(ZipFile zip) {
        this.zip = zip;
        this.parts = parts(zip);
    }

    static Inspected inspect(Path path) throws IOException {
        try (var zip = new ZipFile(path.toFile())) {
            var office = new OfficeReader(zip);
            if (office.has("mimetype")) {
                return OpenDocument.inspect(office);
            }
            if (office.has(OpenXml.TYPES)) {
                return OpenXml.inspect(office);
            }
            throw Refused.TYPE.asProblem();
        } catch (ZipException | EOFException | IllegalArgumentException broken) {
            throw Refused.BROKEN.asProblem();
        }
    }

    /** Names of the files inside, lower case: no two may differ by that alone, or one reader would see this one and another that. */
    List<String> names() {
        return parts.values().stream()
                .filter(entry -> !entry.isDirectory())
                .map(ZipEntry::getName)
                .map(OfficeReader::lower)
                .toList();
    }

    boolean has(String name) {
        return parts.containsKey(lower(name));
    }

    /** Reads a part as XML; none, if there is no such part. */
    void read(String name, Xml.Visitor visitor) throws IOException {
        var part = parts.get(lower(name));
        if (part != null) {
            try (var bytes = zip.getInputStream(part)) {
                Xml.read(new Limited(bytes, MOST_UNPACKED), visitor);
            }
        }
    }

    byte[] start(String name, int most) throws IOException {
        try (var bytes = zip.getInputStream(parts.get(lower(name)))) {
            return bytes.readNBytes(most);
        }
    }

    static String lower(@Nullable String name) {
        return name == null ? "" : name.toLowerCase(Locale.ROOT);
    }

    private static Map<String, ZipEntry> parts(ZipFile zip) {
        if (zip.size() > MOST_ENTRIES
                || zip.stream().mapToLong(ZipEntry::getSize).sum() > MOST_UNPACKED) {
            throw Refused.TOO_COMPLEX.asProblem();
        }
        var parts = new HashMap<String, ZipEntry>();
        zip.stream().forEach(entry -> {
            if (leads(entry.getName()) || parts.put(lower(entry.getName()), entry) != null) {
                throw Refused.BROKEN.asProblem();
            }
        });
        return parts;
    }

    /** Out of the folder it would be unpacked to. Two dots within a name are only dots. */
    private static boolean leads(String name) {
        return name.startsWith("/")
                || name.contains("\\")
                || List.of(name.split("/")).contains("..");
    }
}
