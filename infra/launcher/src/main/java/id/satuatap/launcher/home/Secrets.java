package id.satuatap.launcher.home;

import id.satuatap.launcher.settings.CannotStart;
import java.nio.file.Files;
import org.jspecify.annotations.Nullable;

/**
 * What only the parts of this copy may know. Made at the first start and kept from then on.
 *
 * @param sealingKey the platform's key that guards those of tenants, {@code id:base64}; made later in a copy of an older release
 * @param citizenClient of the portal, when it signs people in; made later, too
 */
public record Secrets(
        String databaseAdmin,
        String databaseOwner,
        String databaseRuntime,
        String identityOwner,
        String identityRuntime,
        String adminClient,
        String identityKey,
        @Nullable String sealingKey,
        @Nullable String citizenClient) {

    public static Secrets of(Home home) {
        if (Files.exists(home.secrets())) {
            return PrivateJson.read(home.secrets(), Secrets.class).complete(home);
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
                RandomText.secret(),
                newSealingKey(),
                RandomText.secret());
        PrivateJson.write(home.secrets(), made);
        return made;
    }

    private Secrets complete(Home home) {
        if (sealingKey != null && citizenClient != null) {
            return this;
        }
        var completed = new Secrets(
                databaseAdmin,
                databaseOwner,
                databaseRuntime,
                identityOwner,
                identityRuntime,
                adminClient,
                identityKey,
                sealingKey == null ? newSealingKey() : sealingKey,
                citizenClient == null ? RandomText.secret() : citizenClient);
        PrivateJson.write(home.secrets(), completed);
        return completed;
    }

    private static String newSealingKey() {
        return "local:" + RandomText.secret();
    }
}
