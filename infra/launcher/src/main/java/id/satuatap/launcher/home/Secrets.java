package id.satuatap.launcher.home;

import id.satuatap.launcher.settings.CannotStart;
import java.nio.file.Files;

/** What only the parts of this copy may know. Made at the first start and kept from then on. */
public record Secrets(
        String databaseAdmin,
        String databaseOwner,
        String databaseRuntime,
        String identityOwner,
        String identityRuntime,
        String adminClient,
        String identityKey) {

    public static Secrets of(Home home) {
        if (Files.exists(home.secrets())) {
            return PrivateJson.read(home.secrets(), Secrets.class);
        }
        if (home.hasData()) {
            throw new CannotStart(
                    "%s hilang. / The file is missing, but there is data: restore it, or begin anew with --fresh --yes."
                            .formatted(home.secrets()));
        }
        var made = new Secrets(
                RandomText.secret(),
                RandomText.secret(),
                RandomText.secret(),
                RandomText.secret(),
                RandomText.secret(),
                RandomText.secret(),
                RandomText.secret());
        PrivateJson.write(home.secrets(), made);
        return made;
    }
}
