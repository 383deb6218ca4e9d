package id.satuatap.launcher.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.satuatap.launcher.home.Home;
import id.satuatap.launcher.settings.CannotStart;
import id.satuatap.launcher.settings.Part;
import id.satuatap.launcher.settings.Settings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExtractedJarTest {

    @TempDir
    Path folder;

    @Test
    void the_same_content_built_later_is_the_same_build() throws IOException {
        var first = jar("first.jar", "content", 0);
        var later = jar("later.jar", "content", 1_000_000_000_000L);
        var other = jar("other.jar", "changed", 0);

        assertThat(JarFingerprint.of(later)).isEqualTo(JarFingerprint.of(first));
        assertThat(JarFingerprint.of(other)).isNotEqualTo(JarFingerprint.of(first));
    }

    @Test
    void a_part_that_was_not_built_is_named() {
        var settings = Settings.of(Map.of(), folder);

        assertThatThrownBy(() -> ExtractedJar.of(Part.GATEWAY, settings, Home.open(folder.resolve("home"))))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("gateway");
    }

    @Test
    void a_jar_that_was_cut_off_is_named() throws IOException {
        var cut = Files.writeString(folder.resolve("cut.jar"), "PK");

        assertThatThrownBy(() -> JarFingerprint.of(cut))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("cut.jar");
    }

    private Path jar(String name, String content, long time) throws IOException {
        var jar = folder.resolve(name);
        try (var zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            var entry = new ZipEntry("A.class");
            entry.setTime(time);
            zip.putNextEntry(entry);
            zip.write(content.getBytes(StandardCharsets.UTF_8));
        }
        return jar;
    }
}
