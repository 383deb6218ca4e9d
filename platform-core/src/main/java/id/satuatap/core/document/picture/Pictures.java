package id.satuatap.core.document.picture;

import com.drew.imaging.ImageProcessingException;
import com.drew.imaging.jpeg.JpegMetadataReader;
import com.drew.metadata.MetadataException;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifReader;
import id.satuatap.core.document.inspection.PictureSize;
import id.satuatap.core.document.inspection.Refused;
import id.satuatap.core.shared.BusinessException;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import net.coobird.thumbnailator.Thumbnails;
import net.coobird.thumbnailator.util.exif.ExifFilterUtils;
import net.coobird.thumbnailator.util.exif.Orientation;

/**
 * Pictures as they are kept: decoded within limits, upright, and written anew, so that nothing is left of place, maker, serial number, or
 * of anything else that hides in a picture.
 */
public final class Pictures {

    private static final long MOST_KEPT_PIXELS = 12_600_000; // what a phone takes, or a page at 300 dpi
    private static final float QUALITY = 0.9f;
    private static final String JPEG = "image/jpeg";
    private static final String PNG = "image/png";

    static {
        ImageIO.setUseCache(false); // else each picture becomes a temporary file
    }

    private Pictures() {}

    /** Writes the picture anew; tells the kind of what was written. 415 when it is too large, or can't be decoded. */
    public static String remake(Path from, String mediaType, Path to) throws IOException {
        var picture = upright(read(from), mediaType.equals(JPEG) ? orientation(from) : 1);
        var kind = mediaType.equals(JPEG)
                        || (mediaType.equals("image/webp")
                                && !picture.getColorModel().hasAlpha())
                ? JPEG
                : PNG;
        write(picture, kind, to);
        return kind;
    }

    /** Writes it again with its longer side at most so long, where it is longer. */
    public static void shrink(Path from, String mediaType, int longest, Path to) throws IOException {
        write(fit(read(from), longest), mediaType, to);
    }

    static BufferedImage fit(BufferedImage picture, int longest) throws IOException {
        return Math.max(picture.getWidth(), picture.getHeight()) <= longest
                ? picture
                : Thumbnails.of(picture).size(longest, longest).asBufferedImage();
    }

    private static BufferedImage read(Path path) throws IOException {
        try (var stream = ImageIO.createImageInputStream(path.toFile())) {
            var readers = ImageIO.getImageReaders(stream);
            if (!readers.hasNext()) {
                throw Refused.BROKEN.asProblem();
            }
            var reader = readers.next();
            try {
                reader.setInput(stream, true, true);
                return decoded(reader);
            } catch (BusinessException refused) {
                throw refused;
            } catch (IOException | RuntimeException broken) { // a broken file breaks its reader in many ways
                throw Refused.BROKEN.asProblem();
            } finally {
                reader.dispose();
            }
        }
    }

    /** Only every second, third … point of what is larger than it will be kept. */
    private static BufferedImage decoded(ImageReader reader) throws IOException {
        var step = (int) Math.ceil(Math.sqrt((double) PictureSize.of(reader).pixels() / MOST_KEPT_PIXELS));
        var parameters = reader.getDefaultReadParam();
        parameters.setSourceSubsampling(step, step, 0, 0);
        return reader.read(0, parameters);
    }

    /** How the camera was held: 1 to 8 as Exif has it. */
    private static int orientation(Path path) throws IOException {
        try {
            var exif = JpegMetadataReader.readMetadata(path.toFile(), List.of(new ExifReader()))
                    .getFirstDirectoryOfType(ExifIFD0Directory.class);
            return exif == null ? 1 : exif.getInt(ExifIFD0Directory.TAG_ORIENTATION);
        } catch (ImageProcessingException | MetadataException | RuntimeException none) {
            return 1;
        }
    }

    private static BufferedImage upright(BufferedImage picture, int orientation) {
        return orientation < 2 || orientation > 8
                ? picture
                : ExifFilterUtils.getFilterForOrientation(Orientation.typeOf(orientation))
                        .apply(picture);
    }

    static void write(BufferedImage picture, String mediaType, Path to) throws IOException {
        var writer = ImageIO.getImageWritersByMIMEType(mediaType).next();
        try (var stream = ImageIO.createImageOutputStream(to.toFile())) {
            var parameters = writer.getDefaultWriteParam();
            if (mediaType.equals(JPEG)) {
                parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                parameters.setCompressionQuality(QUALITY);
            }
            writer.setOutput(stream);
            writer.write(null, new IIOImage(plain(picture, mediaType), null, null), parameters);
        } finally {
            writer.dispose();
        }
    }

    /** In the colours that every screen knows; JPEG has no transparency. */
    private static BufferedImage plain(BufferedImage picture, String mediaType) {
        var clear = picture.getColorModel().hasAlpha() && !mediaType.equals(JPEG);
        var type = clear ? BufferedImage.TYPE_4BYTE_ABGR : BufferedImage.TYPE_3BYTE_BGR;
        if (picture.getType() == type) {
            return picture;
        }
        var plain = new BufferedImage(picture.getWidth(), picture.getHeight(), type);
        var graphics = plain.createGraphics();
        graphics.drawImage(picture, 0, 0, null);
        graphics.dispose();
        return plain;
    }
}
