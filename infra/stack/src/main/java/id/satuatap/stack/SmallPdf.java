package id.satuatap.stack;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** A PDF of one empty page, as small as one can be and still be opened. */
public final class SmallPdf {

    private SmallPdf() {}

    /** With this text in it. */
    public static byte[] saying(String text) {
        return holding(text.getBytes(StandardCharsets.UTF_8));
    }

    /** With these bytes in a stream that no page shows. */
    public static byte[] holding(byte[] stuffing) {
        var pdf = new ByteArrayOutputStream();
        pdf.writeBytes("""
                %%PDF-1.7
                1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj
                2 0 obj <</Type /Pages /Kids [3 0 R] /Count 1>> endobj
                3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 99 99]>> endobj
                4 0 obj <</Length %d>> stream
                """.formatted(stuffing.length).getBytes(StandardCharsets.US_ASCII));
        pdf.writeBytes(stuffing);
        pdf.writeBytes("\nendstream endobj\ntrailer <</Root 1 0 R>>\n%%EOF\n".getBytes(StandardCharsets.US_ASCII));
        return pdf.toByteArray();
    }
}
