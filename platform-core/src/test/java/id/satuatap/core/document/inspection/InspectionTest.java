package id.satuatap.core.document.inspection;

import static id.satuatap.core.document.Samples.docx;
import static id.satuatap.core.document.Samples.odt;
import static id.satuatap.core.document.Samples.pdf;
import static id.satuatap.core.document.Samples.picture;
import static id.satuatap.core.document.Samples.rel;
import static id.satuatap.core.document.Samples.rels;
import static id.satuatap.core.document.Samples.types;
import static id.satuatap.core.document.Samples.with;
import static id.satuatap.core.document.Samples.written;
import static id.satuatap.core.document.Samples.zip;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import id.satuatap.core.shared.Unacceptable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionLaunch;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class InspectionTest {

    private static final String TYPES = "[Content_Types].xml";
    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private static final String ODT = "application/vnd.oasis.opendocument.text";
    private static final String PDF = "application/pdf";
    private static final String VBA =
            "<Override PartName=\"/word/other.bin\" ContentType=\"application/vnd.ms-office.vbaProject\"/>";
    private static final String MACROS = types("/word/document.xml", "wordprocessingml.document", VBA);
    private static final String REMOTE = "TargetMode=\"External\"";

    private final Inspection inspection = new Inspection();

    @TempDir
    private Path folder;

    static Stream<Arguments> taken() {
        return Stream.of(
                arguments("a PDF", pdf(1), PDF, Set.of()),
                arguments("a PDF after a byte order mark", after("\u00ef\u00bb\u00bf", pdf(1)), PDF, Set.of()),
                arguments("a PDF after a line break", after("\r\n", pdf(1)), PDF, Set.of()),
                arguments("a PDF that forbids printing", locked(""), PDF, Set.of(Mark.RESTRICTED)),
                arguments("a PDF with a file inside", withFileInside(), PDF, Set.of(Mark.EMBEDDED_FILES)),
                arguments("a PNG", written(picture(4, 4), "png"), "image/png", Set.of()),
                arguments("a JPEG, whatever it is called", written(picture(4, 4), "jpg"), "image/jpeg", Set.of()),
                arguments("a GIF", written(picture(4, 4), "gif"), "image/gif", Set.of()),
                arguments("a letter of Word", zip(docx()), DOCX, Set.of()),
                arguments("a letter of Word on the web", zip(fromTheWeb()), DOCX, Set.of()),
                arguments("two dots within a name", zip(with(docx(), "word/media/foto..jpg", "x")), DOCX, Set.of()),
                arguments("types in UTF-16", zip(with(docx(), TYPES, utf16(plainTypes()))), DOCX, Set.of()),
                arguments("a link", relating(rel("hyperlink", "https://a.example", REMOTE)), DOCX, Set.of()),
                arguments(
                        "a template on the sender's disk",
                        relating(rel("attachedTemplate", "file:///C:\\Users\\a\\Normal.dotm", REMOTE)),
                        DOCX,
                        Set.of()),
                arguments(
                        "a picture from elsewhere",
                        relating(rel("image", "https://a.example/x.png", REMOTE)),
                        DOCX,
                        Set.of(Mark.EXTERNAL_CONTENT)),
                arguments(
                        "an object of another program",
                        relating(rel("oleObject", "embeddings/oleObject1.bin", "")),
                        DOCX,
                        Set.of(Mark.OLE_OBJECT)),
                arguments(
                        "a workbook",
                        zip(Map.of(
                                TYPES,
                                types("/xl/workbook.xml", "spreadsheetml.sheet", ""),
                                "_rels/.rels",
                                rels(rel("officeDocument", "/xl/workbook.xml", "")),
                                "xl/workbook.xml",
                                "<workbook/>")),
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                        Set.of()),
                arguments("a letter of LibreOffice", zip(odt()), ODT, Set.of()),
                arguments("one with an empty index of macros", zip(emptyBasic()), ODT, Set.of()),
                arguments("one with a folder of macros, empty", zip(with(odt(), "Basic/", "")), ODT, Set.of()),
                arguments(
                        "one with an object of another program",
                        content("<x><object-ole href=\"Object 1\"/></x>"),
                        ODT,
                        Set.of(Mark.OLE_OBJECT)),
                arguments(
                        "one with a picture from elsewhere",
                        content("<x><image href=\"https://a.example/x.png\"/></x>"),
                        ODT,
                        Set.of(Mark.EXTERNAL_CONTENT)));
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                arguments("a page that calls itself a picture", text("<html><script>alert(1)</script>"), "type"),
                arguments("a page in front of a PDF", after("<html>", pdf(1)), "type"),
                arguments("a program", text("\u007fELF\u0002\u0001\u0001\u0000\u0000\u0000\u0000\u0000"), "type"),
                arguments("an archive", zip(Map.of("a.txt", "only a file")), "type"),
                arguments("a broken archive", text("PK\u0003\u0004 and then nothing"), "broken"),
                arguments("an archive that climbs up", zip(with(docx(), "word/../../x", "x")), "broken"),
                arguments("a photo of an iPhone", text("\0\0\0\u0018ftypheic\0\0\0\0mif1heic"), "heic"),
                arguments("an old or locked office file", oldOffice(), "old-office"),
                arguments("a PDF with JavaScript", withJavaScript(), "program"),
                arguments("a PDF that launches", withLaunch(), "program"),
                arguments("a locked PDF", locked("secret"), "locked"),
                arguments("a PDF cut off", Arrays.copyOf(pdf(3), pdf(3).length - 40), "cut-off"),
                arguments(
                        "a PDF without a page",
                        text("%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer<<>>\n%%EOF\n"),
                        "broken"),
                arguments("a PDF that unpacks to 400 MB", bomb(), "too-complex"),
                arguments("macros", zip(with(docx(), TYPES, MACROS)), "macros"),
                arguments("macros, types in UTF-16", zip(with(docx(), TYPES, utf16(MACROS))), "macros"),
                arguments(
                        "macros, types padded",
                        zip(with(docx(), TYPES, MACROS.replace("<Over", " ".repeat(400_000) + "<Over"))),
                        "macros"),
                arguments(
                        "macros, types as character references",
                        zip(with(docx(), TYPES, MACROS.replace("vbaP", "vba&#80;"))),
                        "macros"),
                arguments("macros, types twice", zip(with(docx(), "[content_types].XML", MACROS)), "broken"),
                arguments("macros by name", zip(with(docx(), "word/VBAProject.bin", "x")), "macros"),
                arguments(
                        "macros by relationship",
                        relating(rel("http://schemas.microsoft.com/office/2006/relationships/vbaProject", "x.bin", "")),
                        "macros"),
                arguments(
                        "a document that calls itself one with macros",
                        zip(with(
                                docx(),
                                TYPES,
                                plainTypes()
                                        .replace(
                                                "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main",
                                                "application/vnd.ms-word.document.macroEnabled.main"))),
                        "macros"),
                arguments(
                        "a remote template",
                        relating(rel("attachedTemplate", "https://a.example/x.dotm", REMOTE)),
                        "remote-template"),
                arguments(
                        "a template on a share",
                        relating(rel("attachedTemplate", "file:///\\\\a.example\\x.dotm", REMOTE)),
                        "remote-template"),
                arguments(
                        "a remote object",
                        relating(rel("oleObject", "mhtml:https://a.example!x", REMOTE)),
                        "remote-template"),
                arguments("types that are no XML", zip(with(docx(), TYPES, "nothing")), "broken"),
                arguments("an office document without its main part", withoutMain(), "broken"),
                arguments("a locked letter of LibreOffice", lockedOdt(), "locked"),
                arguments("Basic", zip(with(odt(), "Basic/Standard/Module1.xml", "x")), "macros"),
                arguments("Basic in capitals", zip(with(odt(), "BASIC/Standard/Module1.xml", "x")), "macros"),
                arguments("Python", zip(with(odt(), "Scripts/python/a.py", "x")), "macros"),
                arguments(
                        "an event that calls a macro",
                        content("<x><event-listener href=\"vnd.sun.star.script:a\"/></x>"),
                        "macros"),
                arguments("a document of 10,001 parts", zip(manyParts()), "too-complex"),
                arguments("a document of 160 MB", zip(with(docx(), "word/big", new byte[160 << 20])), "too-complex"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void taken(String what, byte[] content, String mediaType, Set<Mark> marks) throws IOException {
        assertThat(inspection.of(file(content))).isEqualTo(new Inspected(mediaType, marks));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void refused(String what, byte[] content, String reason) {
        assertThatThrownBy(() -> inspection.of(file(content)))
                .isInstanceOfSatisfying(
                        Unacceptable.class,
                        refusal -> assertThat(refusal.code()).isEqualTo("document." + reason));
    }

    @Test
    void every_reason_has_its_row() {
        var rows = new java.util.HashSet<String>();
        refused().forEach(row -> rows.add("document." + row.get()[2]));

        assertThat(Arrays.stream(Refused.values())
                        .filter(reason -> reason != Refused.PICTURE_TOO_LARGE) // found when it is decoded: PicturesTest
                        .map(reason -> reason.asProblem().code()))
                .isSubsetOf(rows);
    }

    private Path file(byte[] content) throws IOException {
        return Files.write(folder.resolve("file"), content);
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] after(String first, byte[] rest) {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(text(first));
        bytes.writeBytes(rest);
        return bytes.toByteArray();
    }

    private static byte[] utf16(String text) {
        return text.replace("<?xml version=\"1.0\"?>", "<?xml version=\"1.0\" encoding=\"UTF-16\"?>")
                .getBytes(Charset.forName("UTF-16"));
    }

    private static String plainTypes() {
        return types("/word/document.xml", "wordprocessingml.document", "");
    }

    private static Map<String, Object> fromTheWeb() {
        var parts = docx();
        parts.put(TYPES, types("/word/document2.xml", "wordprocessingml.document", ""));
        parts.put("_rels/.rels", rels(rel("officeDocument", "/word/document2.xml", "")));
        parts.put("word/document2.xml", "<document/>");
        parts.remove("word/document.xml");
        return parts;
    }

    private static byte[] withoutMain() {
        var parts = docx();
        parts.remove("word/document.xml");
        return zip(parts);
    }

    private static byte[] relating(String relationship) {
        return zip(with(docx(), "word/_rels/document.xml.rels", rels(relationship)));
    }

    private static Map<String, Object> manyParts() {
        var parts = docx();
        for (var i = 0; i < 10_000; i++) {
            parts.put("word/" + i, "");
        }
        return parts;
    }

    private static Map<String, Object> emptyBasic() {
        return with(with(odt(), "Basic/script-lc.xml", "<libraries/>"), "Basic/Standard/script-lb.xml", "<library/>");
    }

    private static byte[] content(String xml) {
        return zip(with(odt(), "content.xml", xml));
    }

    private static byte[] lockedOdt() {
        return zip(with(
                odt(), "META-INF/manifest.xml", "<manifest><file-entry><encryption-data/></file-entry></manifest>"));
    }

    private static byte[] oldOffice() {
        var ole = new byte[1536];
        var begin = new int[] {0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1};
        for (var i = 0; i < begin.length; i++) {
            ole[i] = (byte) begin[i];
        }
        return ole;
    }

    private static byte[] withJavaScript() {
        return pdf(1, document -> document.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert(1)")));
    }

    private static byte[] withLaunch() {
        return pdf(1, document -> {
            var link = new PDAnnotationLink();
            link.setAction(new PDActionLaunch());
            document.getPage(0).getAnnotations().add(link);
        });
    }

    private static byte[] withFileInside() {
        return pdf(1, document -> {
            var file = new PDComplexFileSpecification();
            file.setFile("data.csv");
            var files = new PDEmbeddedFilesNameTreeNode();
            files.setNames(new HashMap<>(Map.of("data.csv", file)));
            var names = new PDDocumentNameDictionary(document.getDocumentCatalog());
            names.setEmbeddedFiles(files);
            document.getDocumentCatalog().setNames(names);
        });
    }

    private static byte[] locked(String password) {
        return pdf(1, document -> {
            var rights = new AccessPermission();
            rights.setCanPrint(false);
            document.protect(new StandardProtectionPolicy("owner", password, rights));
        });
    }

    /** 400 kB of objects that unpack to 400 MB. */
    private static byte[] bomb() {
        var packed = new ByteArrayOutputStream();
        try (var deflater = new DeflaterOutputStream(packed)) {
            deflater.write(text("1 0 2 60 3 120 "));
            var blanks = new byte[1 << 20];
            Arrays.fill(blanks, (byte) ' ');
            for (var i = 0; i < 400; i++) {
                deflater.write(blanks);
            }
        } catch (IOException impossible) {
            throw new java.io.UncheckedIOException(impossible);
        }
        var head = "%%PDF-1.5%n4 0 obj<</Type/ObjStm/N 3/First 15/Filter/FlateDecode/Length %d>>stream%n"
                .formatted(packed.size());
        return after(
                head,
                after(
                        packed.toString(StandardCharsets.ISO_8859_1),
                        text("\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n")));
    }
}
