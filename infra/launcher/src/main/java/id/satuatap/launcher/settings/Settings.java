package id.satuatap.launcher.settings;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the environment says: where the build is ({@code root}), where everything is kept ({@code home}), the public
 * port, and a database if one is given.
 */
public record Settings(
        Path root, Path home, int port, @Nullable ExternalDatabase database, boolean aot, String javaOptions) {

    public static final int DATABASE_PORT = 5;

    private static final int DEFAULT_PORT = 8080;
    private static final int HIGHEST_PORT = 65_535;

    /** A PostgreSQL server that somebody else runs, and an account on it that may create roles and databases. */
    public record ExternalDatabase(String url, String username, String password) {}

    public static Settings of(Map<String, String> environment, Path root) {
        var home = environment.getOrDefault("SATUATAP_HOME", "");
        return new Settings(
                root,
                (home.isBlank() ? root.resolve("infra/.local") : Path.of(home))
                        .toAbsolutePath()
                        .normalize(),
                port(environment.getOrDefault("SATUATAP_PORT", "")),
                database(environment),
                !"off".equals(environment.get("SATUATAP_AOT")),
                environment.getOrDefault("SATUATAP_JAVA_OPTIONS", ""));
    }

    public String baseUrl() {
        return "http://localhost:" + port;
    }

    public String tenantUrl(String slug) {
        return "http://" + slug + ".localhost:" + port;
    }

    public String issuer() {
        return tenantUrl("id");
    }

    public int databasePort() {
        return port + DATABASE_PORT;
    }

    private static int port(String given) {
        if (given.isBlank()) {
            return DEFAULT_PORT;
        }
        var port = given.matches("\\d{1,5}") ? Integer.parseInt(given) : 0;
        if (port < 1 || port > HIGHEST_PORT - Part.PORTS) {
            throw new CannotStart(
                    "SATUATAP_PORT=%s bukan nomor port. / SATUATAP_PORT must be a number from 1 to %d; %d ports from it on are used."
                            .formatted(given, HIGHEST_PORT - Part.PORTS, Part.PORTS));
        }
        return port;
    }

    private static @Nullable ExternalDatabase database(Map<String, String> environment) {
        var url = environment.getOrDefault("SATUATAP_DATABASE_ADMIN_URL", "");
        if (url.isBlank()) {
            return null;
        }
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new CannotStart(
                    "SATUATAP_DATABASE_ADMIN_URL bukan alamat PostgreSQL. / It must look like jdbc:postgresql://db.example:5432/postgres.");
        }
        return new ExternalDatabase(
                url,
                Objects.requireNonNullElse(environment.get("SATUATAP_DATABASE_ADMIN_USERNAME"), "postgres"),
                Objects.requireNonNullElse(environment.get("SATUATAP_DATABASE_ADMIN_PASSWORD"), ""));
    }
}
