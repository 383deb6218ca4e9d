package id.satuatap.core.document.inspection;

import java.io.ByteArrayInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Field;
import java.util.Map;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.filter.DecodeOptions;
import org.apache.pdfbox.filter.DecodeResult;
import org.apache.pdfbox.filter.Filter;
import org.apache.pdfbox.filter.FilterFactory;

/**
 * PDFBox unpacks what a PDF packs in memory, however much that is: 400 kB can become gigabytes and end the process. This puts a bound on
 * each of its filters, for which it has no setting.
 *
 * @see "Decision 0015"
 */
final class PdfLimits extends Filter {

    private static final long MOST = 64L * 1024 * 1024;

    /** Of objects, which take many times their own size in memory. */
    private static final long MOST_OBJECTS = 8L * 1024 * 1024;

    private final Filter filter;
    private final boolean jpeg;

    private PdfLimits(COSName name, Filter filter) {
        this.filter = filter;
        this.jpeg = name.equals(COSName.DCT_DECODE) || name.equals(COSName.DCT_DECODE_ABBREVIATION);
    }

    static void set() {
        try {
            Field filters = FilterFactory.class.getDeclaredField("filters");
            filters.setAccessible(true);
            @SuppressWarnings("unchecked")
            var known = (Map<COSName, Filter>) filters.get(FilterFactory.INSTANCE);
            known.replaceAll((name, filter) -> filter instanceof PdfLimits ? filter : new PdfLimits(name, filter));
        } catch (ReflectiveOperationException changed) {
            throw new IllegalStateException(changed);
        }
    }

    @Override
    public DecodeResult decode(InputStream encoded, OutputStream decoded, COSDictionary parameters, int index)
            throws IOException {
        return decode(encoded, decoded, parameters, index, DecodeOptions.DEFAULT);
    }

    @Override
    public DecodeResult decode(
            InputStream encoded, OutputStream decoded, COSDictionary parameters, int index, DecodeOptions options)
            throws IOException {
        var bytes = encoded.readAllBytes(); // bounded itself: by the file, or by the filter before
        if (jpeg) {
            PictureSize.check(new ByteArrayInputStream(bytes));
        }
        return filter.decode(
                new ByteArrayInputStream(bytes), new Bounded(decoded, most(parameters)), parameters, index, options);
    }

    private static long most(COSDictionary parameters) {
        var type = parameters.getCOSName(COSName.TYPE);
        return COSName.OBJ_STM.equals(type) || COSName.XREF.equals(type) ? MOST_OBJECTS : MOST;
    }

    @Override
    protected void encode(InputStream input, OutputStream encoded, COSDictionary parameters) throws IOException {
        filter.encode(input, encoded, parameters, 0);
    }

    private static final class Bounded extends FilterOutputStream {

        private long left;

        Bounded(OutputStream out, long most) {
            super(out);
            this.left = most;
        }

        @Override
        public void write(int one) throws IOException {
            count(1);
            out.write(one);
        }

        @Override
        public void write(byte[] buffer, int offset, int length) throws IOException {
            count(length);
            out.write(buffer, offset, length);
        }

        private void count(int written) {
            left -= written;
            if (left < 0) {
                throw Refused.TOO_COMPLEX.asProblem();
            }
        }
    }
}
