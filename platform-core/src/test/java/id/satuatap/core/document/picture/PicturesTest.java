package id.satuatap.core.document.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.drew.imaging.ImageMetadataReader;
import com.drew.metadata.exif.ExifDirectoryBase;
import id.satuatap.core.document.Samples;
import id.satuatap.core.shared.Unacceptable;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PicturesTest {

    private static final String JPEG = "image/jpeg";

    @TempDir
    private Path folder;

    @Test
    void a_photo_stands_upright_and_says_nothing_of_place_maker_and_serial_number() throws Exception {
        var photo = ExifFixture.photo(Samples.written(Samples.picture(64, 32), "jpg"), 6);
        assertThat(exifTags(file(photo))).isNotZero();

        var kind = Pictures.remake(file(photo), JPEG, kept());

        assertThat(kind).isEqualTo(JPEG);
        var upright = ImageIO.read(kept().toFile());
        assertThat(upright.getWidth()).isEqualTo(32);
        assertThat(upright.getHeight()).isEqualTo(64);
        assertThat(isRed(upright, 28, 4)).isTrue(); // the corner at the top left was turned to the right
        assertThat(isRed(upright, 4, 4)).isFalse();
        assertThat(exifTags(kept())).isZero();
        assertThat(Files.readString(kept(), StandardCharsets.ISO_8859_1))
                .doesNotContain(ExifFixture.MAKER, ExifFixture.SERIAL);
    }

    @Test
    void a_picture_of_900_megapixels_is_refused_before_it_is_decoded() throws IOException {
        var bomb = file(header(30_000, 30_000));

        assertThatThrownBy(() -> Pictures.remake(bomb, "image/png", kept()))
                .isInstanceOfSatisfying(Unacceptable.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo("document.picture-too-large");
                    assertThat(refusal.arguments()).containsExactly(30_000, 30_000, 64L);
                });
    }

    @Test
    void a_picture_larger_than_a_phone_takes_is_kept_smaller() throws IOException {
        var large = new BufferedImage(6000, 5000, BufferedImage.TYPE_BYTE_BINARY);

        Pictures.remake(file(Samples.written(large, "png")), "image/png", kept());

        assertThat(ImageIO.read(kept().toFile()).getWidth()).isEqualTo(3000);
    }

    @Test
    void transparency_stays() throws IOException {
        var clear = new BufferedImage(8, 8, BufferedImage.TYPE_INT_ARGB);

        Pictures.remake(file(Samples.written(clear, "png")), "image/png", kept());

        assertThat(ImageIO.read(kept().toFile()).getRGB(4, 4) >>> 24).isZero();
    }

    @Test
    void webp_becomes_jpeg() throws IOException {
        var webp = Base64.getDecoder().decode("UklGRiQAAABXRUJQVlA4IBgAAAAwAQCdASoBAAEAAwA0JaQAA3AA/vuUAAA=");

        assertThat(Pictures.remake(file(webp), "image/webp", kept())).isEqualTo(JPEG);
        assertThat(ImageIO.read(kept().toFile()).getWidth()).isOne();
    }

    @Test
    void gif_becomes_png() throws IOException {
        var gif = Samples.written(Samples.picture(8, 8), "gif");

        assertThat(Pictures.remake(file(gif), "image/gif", kept())).isEqualTo("image/png");
        assertThat(isRed(ImageIO.read(kept().toFile()), 1, 1)).isTrue();
    }

    @Test
    void the_colours_of_a_printing_house_are_read() throws IOException {
        assertThat(Pictures.remake(file(cmyk()), JPEG, kept())).isEqualTo(JPEG);
        assertThat(ImageIO.read(kept().toFile()).getColorModel().getNumComponents())
                .isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 40, 70})
    void a_picture_that_cannot_be_decoded_is_refused(int bytes) throws IOException {
        var cut = java.util.Arrays.copyOf(Samples.written(Samples.picture(64, 64), "png"), bytes);

        assertThatThrownBy(() -> Pictures.remake(file(cut), "image/png", kept()))
                .isInstanceOfSatisfying(
                        Unacceptable.class,
                        refusal -> assertThat(refusal.code()).isEqualTo("document.broken"));
    }

    @Test
    void a_small_picture_is_at_most_so_long() throws IOException {
        Pictures.shrink(file(Samples.written(Samples.picture(800, 400), "png")), "image/png", 320, kept());

        var small = ImageIO.read(kept().toFile());
        assertThat(small.getWidth()).isEqualTo(320);
        assertThat(small.getHeight()).isEqualTo(160);
    }

    private Path file(byte[] content) throws IOException {
        return Files.write(folder.resolve("sent"), content);
    }

    private Path kept() {
        return folder.resolve("kept");
    }

    private static long exifTags(Path path) throws Exception {
        var tags = 0L;
        for (var directory : ImageMetadataReader.readMetadata(path.toFile()).getDirectories()) {
            tags += directory instanceof ExifDirectoryBase ? directory.getTagCount() : 0;
        }
        return tags;
    }

    private static boolean isRed(BufferedImage picture, int x, int y) {
        var colour = picture.getRGB(x, y);
        return (colour >> 16 & 0xff) > 200 && (colour & 0xff) < 60;
    }

    /** A PNG that says how large it is, and holds nothing. */
    private static byte[] header(int width, int height) throws IOException {
        var chunk = new ByteArrayOutputStream();
        var data = new DataOutputStream(chunk);
        data.writeBytes("IHDR");
        data.writeInt(width);
        data.writeInt(height);
        data.write(new byte[] {8, 2, 0, 0, 0});
        var crc = new CRC32();
        crc.update(chunk.toByteArray());
        var png = new ByteArrayOutputStream();
        var out = new DataOutputStream(png);
        out.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10});
        out.writeInt(13);
        out.write(chunk.toByteArray());
        out.writeInt((int) crc.getValue());
        return png.toByteArray();
    }

    private static byte[] cmyk() throws IOException {
        var bytes = new ByteArrayOutputStream();
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (var out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(
                    null,
                    new IIOImage(Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, 16, 16, 4, null), null, null),
                    null);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
