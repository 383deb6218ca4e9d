package id.satuatap.core.document.inspection;

import id.satuatap.core.shared.BusinessException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/** Opens a PDF as a reader would: whole, without a password, with a page, and without anything that runs. */
public final class PdfReader {

    private static final Pattern BEGIN = Pattern.compile("(\u00ef\u00bb\u00bf)?\\s*%PDF-.*", Pattern.DOTALL);
    private static final int END_WITHIN = 2048;

    static {
        PdfLimits.set();
    }

    private PdfReader() {}

    /** What is done with an open document. */
    public interface Use<T> {
        T of(PDDocument document) throws IOException;
    }

    /** Opens it for a while. 415 when it is locked or can't be read: a broken file breaks its reader in many ways. */
    public static <T> T open(Path path, Use<T> use) {
        try (var document = Loader.loadPDF(path.toFile())) {
            return use.of(document);
        } catch (InvalidPasswordException locked) {
            throw Refused.LOCKED.asProblem();
        } catch (BusinessException refused) {
            throw refused;
        } catch (IOException | RuntimeException | StackOverflowError broken) {
            throw Refused.BROKEN.asProblem();
        }
    }

    /** A page in front of it would make it a page as well; a byte order mark or a line break does not. */
    static boolean isPdf(byte[] head) {
        return BEGIN.matcher(new String(head, 0, Math.min(head.length, 1024), StandardCharsets.ISO_8859_1))
                .matches();
    }

    static Inspected inspect(Path path) throws IOException {
        if (!isWhole(path)) {
            throw Refused.CUT_OFF.asProblem();
        }
        return new Inspected("application/pdf", marks(path));
    }

    private static Set<Mark> marks(Path path) {
        return open(path, document -> {
            if (document.getNumberOfPages() < 1) {
                throw Refused.BROKEN.asProblem();
            }
            return PdfObjects.marks(document.getDocument());
        });
    }

    /** Its last line is missing when the end was not sent. */
    private static boolean isWhole(Path path) throws IOException {
        try (var file = new RandomAccessFile(path.toFile(), "r")) {
            var end = new byte[(int) Math.min(END_WITHIN, file.length())];
            file.seek(file.length() - end.length);
            file.readFully(end);
            return new String(end, StandardCharsets.ISO_8859_1).contains("%%EOF");
        }
    }
}
