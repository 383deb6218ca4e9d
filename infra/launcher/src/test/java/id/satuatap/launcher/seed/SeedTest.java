package id.satuatap.launcher.seed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.satuatap.launcher.home.Home;
import id.satuatap.launcher.settings.CannotStart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeedTest {

    @TempDir
    Path folder;

    private Home home;

    @BeforeEach
    void open() {
        home = Home.open(folder.resolve("home"));
    }

    @Test
    void a_second_start_keeps_all_accounts() {
        var first = Seed.of(home, "http://id.localhost:8080");

        var second = Seed.of(home, "http://id.localhost:8080");

        assertThat(second).isEqualTo(first);
    }

    @Test
    void another_port_changes_the_issuer_and_nothing_else() {
        var first = Seed.of(home, "http://id.localhost:8080");

        var moved = Seed.of(home, "http://id.localhost:9080");

        assertThat(moved.issuer()).isEqualTo("http://id.localhost:9080");
        assertThat(moved.users()).isEqualTo(first.users());
        assertThat(moved.clients()).isEqualTo(first.clients());
    }

    @Test
    void an_account_that_is_missing_is_added_beside_the_others() {
        var whole = Seed.of(home, "http://id.localhost:8080");
        var older = new Seed(
                whole.issuer(), whole.users().subList(0, 10), whole.clients().subList(0, 10));

        var completed = older.completed(whole.issuer());

        assertThat(completed.users()).hasSameSizeAs(whole.users()).containsAll(older.users());
        assertThat(completed.clients()).hasSameSizeAs(whole.clients()).containsAll(older.clients());
    }

    @Test
    void names_say_role_and_tenant_in_indonesian_and_that_they_are_samples() {
        var seed = Seed.of(home, "http://id.localhost:8080");

        var assessor = seed.user("internal-assessor.rejanglebong").orElseThrow();

        assertThat(assessor.name()).isEqualTo("Asesor internal Rejang Lebong (akun contoh)");
        assertThat(assessor.email()).isEqualTo("internal-assessor.rejanglebong@contoh.example");
        assertThat(seed.clients()).extracting(Seed.Client::clientId).contains("rembang-coordinator");
    }

    @Test
    void subjects_usernames_and_clients_are_unique() {
        var seed = Seed.of(home, "http://id.localhost:8080");

        assertThat(List.of(
                        seed.users().stream().map(Seed.User::subject).distinct().count(),
                        (long) seed.users().size()))
                .containsOnly((long) seed.users().size());
        assertThat(seed.users()).extracting(Seed.User::username).doesNotHaveDuplicates();
        assertThat(seed.clients()).extracting(Seed.Client::clientId).doesNotHaveDuplicates();
    }

    @Test
    void a_damaged_file_is_named_in_a_sentence() throws IOException {
        Files.writeString(home.seed(), "{\"issuer\": ");

        assertThatThrownBy(() -> Seed.of(home, "http://id.localhost:8080"))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("seed.json")
                .hasMessageContaining("--fresh --yes");
    }
}
