package id.satuatap.core.document.picture;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** What a phone writes into a photo: how it was held, who made it, its serial number, and where it was. */
public final class ExifFixture {

    public static final String MAKER = "Kamera Contoh";
    public static final String SERIAL = "SN-12345678";

    private static final int ASCII = 2;
    private static final int SHORT = 3;
    private static final int LONG = 4;
    private static final int RATIONAL = 5;

    private ExifFixture() {}

    public static byte[] photo(byte[] jpeg, int orientation) throws IOException {
        var exif = exif(orientation);
        var photo = new ByteArrayOutputStream();
        var out = new DataOutputStream(photo);
        out.write(jpeg, 0, 2);
        out.writeShort(0xffe1);
        out.writeShort(exif.length + 8);
        out.writeBytes("Exif\0\0");
        out.write(exif);
        out.write(jpeg, 2, jpeg.length - 2);
        return photo.toByteArray();
    }

    /** Three directories of entries, big-endian, then the values that don't fit into an entry. */
    private static byte[] exif(int orientation) throws IOException {
        var tiff = new ByteArrayOutputStream();
        var out = new DataOutputStream(tiff);
        out.writeBytes("MM");
        out.writeShort(42);
        out.writeInt(8);
        out.writeShort(4); // at 8: maker, orientation, where the others are
        entry(out, 0x010f, ASCII, MAKER.length() + 1, 200);
        entry(out, 0x0112, SHORT, 1, orientation << 16);
        entry(out, 0x8769, LONG, 1, 62);
        entry(out, 0x8825, LONG, 1, 80);
        out.writeInt(0);
        out.writeShort(1); // at 62: the camera
        entry(out, 0xa431, ASCII, SERIAL.length() + 1, 230);
        out.writeInt(0);
        out.writeShort(2); // at 80: the place
        entry(out, 0x0001, ASCII, 2, 'S' << 24);
        entry(out, 0x0002, RATIONAL, 3, 250);
        out.writeInt(0);
        at(out, 200).writeBytes(MAKER + "\0");
        at(out, 230).writeBytes(SERIAL + "\0");
        at(out, 250);
        for (var part : new int[] {6, 42, 27}) {
            out.writeInt(part);
            out.writeInt(1);
        }
        return tiff.toByteArray();
    }

    private static void entry(DataOutputStream out, int tag, int type, int count, int value) throws IOException {
        out.writeShort(tag);
        out.writeShort(type);
        out.writeInt(count);
        out.writeInt(value);
    }

    private static DataOutputStream at(DataOutputStream out, int place) throws IOException {
        out.write(" ".repeat(place - out.size()).getBytes(StandardCharsets.US_ASCII));
        return out;
    }
}
