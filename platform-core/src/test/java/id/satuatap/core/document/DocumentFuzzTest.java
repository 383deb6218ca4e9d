package id.satuatap.core.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import id.satuatap.core.shared.BadInput;
import id.satuatap.core.shared.Unacceptable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Uploads: any bytes are a kind we take or are refused, and any name becomes one that is safe to save. */
class DocumentFuzzTest {

    private static final FileKinds KINDS = new FileKinds();

    static Stream<byte[]> files() throws IOException {
        var openDocument = zip("mimetype", "application/vnd.oasis.opendocument.presentation");
        var cut = zip("mimetype", "a text that is long enough to be packed, packed, packed, packed, packed");
        cut[45] ^= (byte) 0x5a;
        return Stream.of(
                "%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII),
                "GIF89a".getBytes(StandardCharsets.US_ASCII),
                new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'},
                "PK\u0003\u0004".getBytes(StandardCharsets.US_ASCII),
                zip("[Content_Types].xml", "<Types/>"),
                zip("../x", "y"),
                openDocument,
                cut);
    }

    @MethodSource("files")
    @FuzzTest(maxDuration = "2m")
    void a_file_is_of_a_kind_that_is_taken_or_refused(byte @NotNull [] content) throws IOException {
        var path = Files.createTempFile("fuzz-", ".part");
        try {
            Files.write(path, content);
            var kind = KINDS.of(path);

            assertThat(kind).startsWithIgnoringCase(kind.startsWith("image/") ? "image/" : "application/");
            assertThat(FileKinds.named("x", kind)).startsWith("x.");
            assertThat(FileKinds.named("run.exe", kind)).doesNotEndWith(".exe");
        } catch (Unacceptable refused) {
            assertThat(refused.code()).isEqualTo("document.type");
        } finally {
            Files.deleteIfExists(path);
        }
    }

    @CsvSource({
        "../../etc/passwd, application/pdf",
        "'\u3000.htaccess', image/png",
        "C:\\x\\SK.PDF, application/pdf",
        "'a\u202Egnp.exe', image/jpeg",
        "'. .x', application/vnd.oasis.opendocument.presentation"
    })
    @FuzzTest(maxDuration = "2m")
    void a_name_is_safe_to_save(@NotNull String given, @NotNull String mediaType) {
        String name;
        try {
            name = Documents.cleaned(given);
        } catch (BadInput refused) {
            return;
        }

        assertThat(name).isNotBlank().hasSizeLessThanOrEqualTo(190).doesNotContain("/", "\\", "\u0000", "\"", "\u202E");
        assertThat(name).isEqualTo(name.strip()).doesNotStartWith(".");
        assertThat(Documents.cleaned(name)).isEqualTo(name);
        var folder = Path.of("/files/tenant");
        assertThat(folder.resolve(asPath(name)).normalize().getParent()).isEqualTo(folder);
        var saved = FileKinds.named(name, mediaType);
        assertThat(saved.toLowerCase(Locale.ROOT)).startsWith(name.toLowerCase(Locale.ROOT));
        assertThat(FileKinds.named(saved, mediaType)).isEqualTo(saved);
    }

    /** The file system of a test may know fewer letters than a name has. */
    private static String asPath(String name) {
        return new String(name.getBytes(StandardCharsets.US_ASCII), StandardCharsets.US_ASCII);
    }

    private static byte[] zip(String name, String content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content.getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
        return bytes.toByteArray();
    }
}
