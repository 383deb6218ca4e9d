package id.satuatap.core.document.inspection;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.apache.tika.Tika;
import org.springframework.stereotype.Component;

/** Tells a file's kind from its first bytes, takes only what offices need, and has a reader of that kind look into it. */
@Component
public class Inspection {

    private static final Set<String> PICTURES = Set.of("image/png", "image/jpeg", "image/webp", "image/gif");
    private static final String ZIP = "PK\u0003\u0004";

    private final Tika tika = new Tika();

    /** 415 with the reason when the file is not taken, whatever its name says. Reads and computes: not on an event loop. */
    public Inspected of(Path path) throws IOException {
        var head = head(path);
        if (PdfReader.isPdf(head)) {
            return PdfReader.inspect(path);
        }
        if (new String(head, StandardCharsets.ISO_8859_1).startsWith(ZIP)) {
            return OfficeReader.inspect(path);
        }
        return Inspected.plain(picture(tika.detect(head)));
    }

    private static String picture(String kind) {
        if (PICTURES.contains(kind)) {
            return kind;
        }
        if (kind.startsWith("image/hei")) {
            throw Refused.HEIC.asProblem();
        }
        throw (kind.equals("application/x-tika-msoffice") ? Refused.OLD_OFFICE : Refused.TYPE).asProblem();
    }

    /** By the first bytes alone: a name must not decide. */
    private static byte[] head(Path path) throws IOException {
        try (var bytes = Files.newInputStream(path)) {
            return bytes.readNBytes(64 * 1024);
        }
    }
}
