package id.satuatap.launcher.stack;

import static org.assertj.core.api.Assertions.assertThat;

import id.satuatap.launcher.database.DatabaseServer;
import id.satuatap.launcher.home.Home;
import id.satuatap.launcher.home.PrivateJson;
import id.satuatap.launcher.home.Secrets;
import id.satuatap.launcher.seed.Seed;
import id.satuatap.launcher.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class CredentialsTest {

    private static final int OFFICIALS = 3 * 14 + 6 * 12;

    @TempDir
    Path folder;

    private Home home;
    private Settings settings;
    private JsonNode json;

    @BeforeEach
    void write() {
        home = Home.open(folder.resolve("home"));
        settings = Settings.of(Map.of("SATUATAP_PORT", "9080"), folder);
        var server = new DatabaseServer("127.0.0.1", 9085, "postgres", "postgres", "x");
        var seed = Seed.of(home, settings.issuer());
        PrivateJson.write(home.credentials(), Credentials.of(settings, seed, Secrets.of(home), server));
        json = PrivateJson.MAPPER.readTree(home.credentials().toFile());
    }

    @Test
    void the_file_says_where_satu_atap_and_its_database_are() {
        assertThat(json.propertyNames()).containsExactlyInAnyOrder("gateway", "issuer", "users", "clients", "database");
        assertThat(json.get("gateway").asString()).isEqualTo("http://localhost:9080");
        assertThat(json.get("issuer").asString()).isEqualTo("http://id.localhost:9080");
        assertThat(json.at("/database/url").asString()).isEqualTo("jdbc:postgresql://127.0.0.1:9085/satuatap");
        assertThat(json.at("/database/owner").propertyNames()).containsExactlyInAnyOrder("username", "password");
        assertThat(json.at("/database/runtime/username").asString()).isEqualTo("satuatap_app");
    }

    @Test
    void each_role_of_each_tenant_has_one_person_and_one_machine() {
        assertThat(json.get("users")).hasSize(OFFICIALS + 3 + 1);
        assertThat(json.get("clients")).hasSize(OFFICIALS + 1);
        assertThat(json.get("users").get(0).propertyNames())
                .containsExactlyInAnyOrder("tenant", "role", "username", "password");
        assertThat(json.get("clients").get(0).propertyNames())
                .containsExactlyInAnyOrder("tenant", "role", "clientId", "clientSecret");
    }

    @Test
    void citizens_and_the_operator_belong_to_no_tenant() {
        assertThat(json.get("users")
                        .valueStream()
                        .filter(user -> user.get("tenant").isNull()))
                .extracting(user -> user.get("role").asString())
                .containsExactlyInAnyOrder("citizen", "citizen", "citizen", "platform-operator");
    }

    @Test
    void only_its_owner_may_read_the_file_or_enter_the_folder() throws IOException {
        for (var file : new Path[] {home.credentials(), home.seed(), home.secrets()}) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.folder())))
                .isEqualTo("rwx------");
    }

    @Test
    void machines_get_256_bits_and_people_something_that_can_be_read_out() {
        assertThat(json.at("/clients/0/clientSecret").asString()).matches("[A-Za-z0-9_-]{43}");
        assertThat(json.at("/users/0/password").asString()).matches("([a-km-np-z2-9]{4}-){3}[a-km-np-z2-9]{4}");
    }
}
