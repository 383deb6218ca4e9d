package id.satuatap.core.document.inspection;

import java.io.IOException;
import java.io.InputStream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

/** How large a picture is, asked before any of it is decoded: a file of 100 kB can hold 900 megapixels. */
public record PictureSize(int width, int height) {

    private static final int MOST_SIDE = 30_000;
    private static final long MOST_PIXELS = 64_000_000;

    /** 415 when decoding it would take more than there is. */
    public static PictureSize of(ImageReader reader) throws IOException {
        var size = new PictureSize(reader.getWidth(0), reader.getHeight(0));
        if (Math.max(size.width, size.height) > MOST_SIDE || size.pixels() > MOST_PIXELS) {
            throw Refused.PICTURE_TOO_LARGE.asProblem(size.width, size.height, MOST_PIXELS / 1_000_000);
        }
        return size;
    }

    public long pixels() {
        return (long) width * height;
    }

    /** Of bytes that may be a picture. */
    static void check(InputStream bytes) throws IOException {
        var stream = ImageIO.createImageInputStream(bytes);
        var readers = ImageIO.getImageReaders(stream);
        if (readers.hasNext()) {
            var reader = readers.next();
            try {
                reader.setInput(stream, true, true);
                of(reader);
            } finally {
                reader.dispose();
            }
        }
    }
}
