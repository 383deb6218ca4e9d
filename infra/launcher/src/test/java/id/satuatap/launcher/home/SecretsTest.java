package id.satuatap.launcher.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.satuatap.launcher.settings.CannotStart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

    @TempDir
    Path folder;

    @Test
    void secrets_are_made_once() {
        var home = Home.open(folder.resolve("home"));

        var first = Secrets.of(home);

        assertThat(Secrets.of(home)).isEqualTo(first);
        assertThat(first.adminClient()).isNotEqualTo(first.identityKey());
    }

    @Test
    void data_without_its_secrets_is_not_started_with_new_ones() throws IOException {
        var home = Home.open(folder.resolve("home"));
        Files.createDirectories(home.postgres().resolve("data"));

        assertThatThrownBy(() -> Secrets.of(home))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("secrets.json");
        assertThat(home.secrets()).doesNotExist();
    }

    @Test
    void a_copy_of_an_older_release_gets_the_secrets_it_lacks_and_keeps_them() throws IOException {
        var home = Home.open(folder.resolve("home"));
        var first = Secrets.of(home);
        Files.writeString(
                home.secrets(),
                Files.readString(home.secrets())
                        .replaceAll(",\\s*\"(sealingKey|citizenClient)\"\\s*:\\s*\"[^\"]*\"", ""));
        assertThat(Files.readString(home.secrets())).doesNotContain("sealingKey", "citizenClient");

        var completed = Secrets.of(home);

        assertThat(completed.sealingKey()).startsWith("local:").isNotEqualTo(first.sealingKey());
        assertThat(completed.citizenClient()).isNotBlank().isNotEqualTo(first.citizenClient());
        assertThat(completed.databaseAdmin()).isEqualTo(first.databaseAdmin());
        assertThat(Secrets.of(home)).isEqualTo(completed);
    }
}
