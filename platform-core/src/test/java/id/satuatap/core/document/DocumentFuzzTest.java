package id.satuatap.core.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import id.satuatap.core.document.inspection.Inspection;
import id.satuatap.core.document.picture.Pictures;
import id.satuatap.core.shared.BadInput;
import id.satuatap.core.shared.Unacceptable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Uploads: any bytes are a kind we take or are refused, and any name becomes one that is safe to save. */
class DocumentFuzzTest {

    private static final Inspection INSPECTION = new Inspection();

    static Stream<byte[]> files() {
        var cut = Samples.zip(Samples.odt());
        cut[45] ^= (byte) 0x5a;
        return Stream.of(
                Samples.pdf(1),
                "%PDF-1.7\n%%EOF".getBytes(StandardCharsets.US_ASCII),
                "GIF89a".getBytes(StandardCharsets.US_ASCII),
                Samples.written(Samples.picture(4, 4), "png"),
                Samples.written(Samples.picture(4, 4), "jpg"),
                new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'},
                "PK\u0003\u0004".getBytes(StandardCharsets.US_ASCII),
                Samples.zip(Samples.docx()),
                Samples.zip(Map.of("../x", "y")),
                Samples.zip(Samples.odt()),
                cut);
    }

    @MethodSource("files")
    @FuzzTest(maxDuration = "2m")
    void a_file_is_of_a_kind_that_is_taken_or_refused(byte @NotNull [] content) throws IOException {
        var path = Files.createTempFile("fuzz-", ".part");
        try {
            Files.write(path, content);
            var kind = INSPECTION.of(path).mediaType();

            assertThat(kind).startsWithIgnoringCase(kind.startsWith("image/") ? "image/" : "application/");
            assertThat(FileName.named("x", kind)).startsWith("x.");
            assertThat(FileName.named("run.exe", kind)).doesNotEndWith(".exe");
            if (kind.startsWith("image/")) {
                assertThat(Pictures.remake(path, kind, path)).startsWith("image/");
            }
        } catch (Unacceptable refused) {
            assertThat(refused.code()).startsWith("document.");
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
            name = FileName.clean(given);
        } catch (BadInput refused) {
            return;
        }

        assertThat(name).isNotBlank().hasSizeLessThanOrEqualTo(190).doesNotContain("/", "\\", "\u0000", "\"", "\u202E");
        assertThat(name).isEqualTo(name.strip()).doesNotStartWith(".");
        assertThat(FileName.clean(name)).isEqualTo(name);
        var folder = Path.of("/files/tenant");
        assertThat(folder.resolve(asPath(name)).normalize().getParent()).isEqualTo(folder);
        var saved = FileName.named(name, mediaType);
        assertThat(FileName.named(saved, mediaType)).isEqualTo(saved);
    }

    /** The file system of a test may know fewer letters than a name has. */
    private static String asPath(String name) {
        return new String(name.getBytes(StandardCharsets.US_ASCII), StandardCharsets.US_ASCII);
    }
}
