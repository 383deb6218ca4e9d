package id.satuatap.launcher.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.satuatap.launcher.settings.CannotStart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeTest {

    @TempDir
    Path folder;

    @Test
    void a_fresh_start_wipes_the_data_but_nothing_that_is_not_ours() throws IOException {
        var home = Home.open(folder.resolve("home"));
        Secrets.of(home);
        Files.createDirectories(home.postgres().resolve("data"));
        var foreign = Files.writeString(home.folder().resolve("thesis.txt"), "years of work");

        home.wipe();

        assertThat(home.secrets()).doesNotExist();
        assertThat(home.postgres()).isEmptyDirectory();
        assertThat(foreign).hasContent("years of work");
    }

    @Test
    void a_link_inside_the_data_is_removed_but_not_what_it_points_to() throws IOException {
        var home = Home.open(folder.resolve("home"));
        var elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
        var kept = Files.writeString(elsewhere.resolve("kept.txt"), "kept");
        Files.createSymbolicLink(home.files().resolve("link"), elsewhere);

        home.wipe();

        assertThat(home.files().resolve("link")).doesNotExist();
        assertThat(kept).exists();
    }

    @Test
    void a_nearly_full_disk_is_told_with_figures() {
        var home = Home.open(folder.resolve("home"));

        assertThatThrownBy(() -> home.checkSpace(10L << 20, 300L << 20))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("10 MB free, 300 MB needed")
                .hasMessageContaining("SATUATAP_HOME");
    }

    @Test
    void a_home_that_cannot_be_made_is_told_in_a_sentence() throws IOException {
        var file = Files.writeString(folder.resolve("file"), "");

        assertThatThrownBy(() -> Home.open(file.resolve("home")))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("SATUATAP_HOME");
    }
}
