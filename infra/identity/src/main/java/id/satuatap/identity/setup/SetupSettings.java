package id.satuatap.identity.setup;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What the setup is told by its environment. */
record SetupSettings(
        String url,
        String owner,
        String ownerPassword,
        String runtime,
        Optional<Path> seed,
        Map<Application, String> applicationSecrets) {

    static SetupSettings of(Map<String, String> environment) {
        var database = "SATUATAP_IDENTITY_DATABASE_";
        var url = "jdbc:postgresql://%s:%s/%s?ApplicationName=identity-setup&connectTimeout=5"
                .formatted(
                        environment.getOrDefault(database + "HOST", "127.0.0.1"),
                        environment.getOrDefault(database + "PORT", "8085"),
                        environment.getOrDefault(database + "NAME", "satuatap_identity"));
        return new SetupSettings(
                url,
                environment.getOrDefault(database + "OWNER_USERNAME", "satuatap_identity_owner"),
                environment.getOrDefault(database + "OWNER_PASSWORD", ""),
                environment.getOrDefault(database + "USERNAME", "satuatap_identity"),
                text(environment, "SATUATAP_SEED").map(Path::of),
                applicationSecrets(environment));
    }

    private static Map<Application, String> applicationSecrets(Map<String, String> environment) {
        var secrets = new LinkedHashMap<Application, String>();
        Application.ALL.forEach(application ->
                text(environment, application.secret()).ifPresent(secret -> secrets.put(application, secret)));
        return secrets;
    }

    private static Optional<String> text(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }
}
