package id.satuatap.core.document.picture;

import id.satuatap.core.document.inspection.PdfReader;
import id.satuatap.core.document.inspection.Refused;
import id.satuatap.core.shared.NotFound;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;

/** Draws pages of PDFs as pictures. */
public final class PdfPages {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private PdfPages() {}

    /** Draws a page, counted from 1, as PNG. 404 for one that is not there. */
    public static void draw(Path pdf, int page, int longest, Path to) throws IOException {
        var picture = PdfReader.open(pdf, document -> {
            if (page < 1 || page > document.getNumberOfPages()) {
                throw new NotFound("document.no-page", document.getNumberOfPages());
            }
            var box = document.getPage(page - 1).getCropBox();
            var scale = longest / Math.max(1, Math.max(box.getWidth(), box.getHeight()));
            return new Patient(document).renderImage(page - 1, scale);
        });
        Pictures.write(picture, "image/png", to);
    }

    /** Gives up on a page that takes too long: drawing can be made endless. */
    private static final class Patient extends PDFRenderer {

        private final long until = System.nanoTime() + PATIENCE.toNanos();

        Patient(PDDocument document) {
            super(document);
            setSubsamplingAllowed(true);
        }

        @Override
        protected PageDrawer createPageDrawer(PageDrawerParameters parameters) throws IOException {
            return new PageDrawer(parameters) {
                @Override
                protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
                    if (System.nanoTime() > until) {
                        throw Refused.TOO_COMPLEX.asProblem();
                    }
                    super.processOperator(operator, operands);
                }
            };
        }
    }
}
