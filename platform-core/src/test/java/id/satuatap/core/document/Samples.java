package id.satuatap.core.document;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** Small files of every kind, made on the spot. */
public final class Samples {

    private static final String OOXML = "application/vnd.openxmlformats-officedocument.";
    private static final String RELATIONSHIP = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    private Samples() {}

    /** What a test does to a PDF before it is saved. */
    public interface Change {
        void to(PDDocument document) throws IOException;
    }

    public static byte[] pdf(int pages, Change change) {
        var bytes = new ByteArrayOutputStream();
        try (var document = new PDDocument()) {
            for (var page = 0; page < pages; page++) {
                document.addPage(new PDPage(PDRectangle.A6));
            }
            change.to(document);
            document.save(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    public static byte[] pdf(int pages) {
        return pdf(pages, document -> {});
    }

    /** A letter of Word, with more parts or other ones. */
    public static Map<String, Object> docx() {
        var parts = new LinkedHashMap<String, Object>();
        parts.put("[Content_Types].xml", types("/word/document.xml", "wordprocessingml.document", ""));
        parts.put("_rels/.rels", rels(rel("officeDocument", "word/document.xml", "")));
        parts.put("word/document.xml", "<document/>");
        return parts;
    }

    public static String types(String main, String kind, String more) {
        return """
                <?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
                <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
                <Override PartName="%s" ContentType="%s%s.main+xml"/>%s</Types>""".formatted(main, OOXML, kind, more);
    }

    public static String rels(String relationships) {
        return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">%s</Relationships>"
                .formatted(relationships);
    }

    public static String rel(String type, String target, String mode) {
        return "<Relationship Id=\"r\" Type=\"%s\" Target=\"%s\" %s/>"
                .formatted(type.contains(":") ? type : RELATIONSHIP + type, target, mode);
    }

    /** A letter of LibreOffice. */
    public static Map<String, Object> odt() {
        var parts = new LinkedHashMap<String, Object>();
        parts.put("mimetype", "application/vnd.oasis.opendocument.text");
        parts.put("content.xml", "<document-content/>");
        return parts;
    }

    public static Map<String, Object> with(Map<String, Object> parts, String name, Object content) {
        var more = new LinkedHashMap<>(parts);
        more.put(name, content);
        return more;
    }

    /** Packs texts and bytes; a name that ends with a slash is a folder. */
    public static byte[] zip(Map<String, Object> parts) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(
                        part.getValue() instanceof byte[] raw
                                ? raw
                                : part.getValue().toString().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /** Black, with a red corner at the top left. */
    public static BufferedImage picture(int width, int height) {
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var graphics = picture.createGraphics();
        graphics.setColor(Color.RED);
        graphics.fillRect(0, 0, width / 2, height / 2);
        graphics.dispose();
        return picture;
    }

    public static byte[] written(BufferedImage picture, String format) {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, format, bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
