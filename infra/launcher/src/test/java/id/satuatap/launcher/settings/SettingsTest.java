package id.satuatap.launcher.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.satuatap.launcher.database.DatabaseServer;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

    private static final Path ROOT = Path.of("/satu-atap");

    @Test
    void without_a_word_it_is_port_8080_and_a_folder_that_git_ignores() {
        var settings = Settings.of(Map.of(), ROOT);

        assertThat(settings.baseUrl()).isEqualTo("http://localhost:8080");
        assertThat(settings.issuer()).isEqualTo("http://id.localhost:8080");
        assertThat(settings.home()).isEqualTo(ROOT.resolve("infra/.local"));
        assertThat(settings.database()).isNull();
    }

    @Test
    void one_port_moves_all_parts() {
        var settings = Settings.of(Map.of("SATUATAP_PORT", "9080"), ROOT);

        assertThat(settings.tenantUrl("rembang")).isEqualTo("http://rembang.localhost:9080");
        assertThat(Part.PLATFORM_CORE.internalUrl(settings.port())).isEqualTo("http://127.0.0.1:9081");
        assertThat(Part.GATEWAY.healthUrl(settings.port()))
                .isEqualTo("http://127.0.0.1:9086/actuator/health/readiness");
        assertThat(settings.databasePort()).isEqualTo(9085);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "65535", "99999", "-1", "acht", "8080 "})
    void a_port_that_is_none_is_refused_with_a_sentence(String port) {
        assertThatThrownBy(() -> Settings.of(Map.of("SATUATAP_PORT", port), ROOT))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("SATUATAP_PORT");
    }

    @Test
    void a_database_of_another_make_is_refused() {
        assertThatThrownBy(() -> Settings.of(Map.of("SATUATAP_DATABASE_ADMIN_URL", "jdbc:mysql://db/x"), ROOT))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("jdbc:postgresql:");
    }

    @Test
    void a_server_older_than_16_is_refused() {
        DatabaseServer.checkVersion(160_000);

        assertThatThrownBy(() -> DatabaseServer.checkVersion(150_013))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("PostgreSQL 16 or newer is needed; this server has version 15");
    }
}
