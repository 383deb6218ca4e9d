package id.satuatap.launcher.stack;

import id.satuatap.launcher.home.Home;
import id.satuatap.launcher.seed.Seed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Which setup has run on the embedded database.
 *
 * @param databases which databases these are: new ones need their setup, whatever lies beside them
 */
record SetupStamp(Home home, ExtractedJar app, Seed seed, String databases) {

    boolean isCurrent() {
        try {
            return Files.exists(file()) && Files.readString(file()).equals(content());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void keep() {
        try {
            Files.createDirectories(file().getParent());
            Files.writeString(file(), content());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file() {
        return home.postgres().resolve("setup-" + app.part().label);
    }

    private String content() {
        return "%s %s %s %d accounts %d clients%n"
                .formatted(
                        databases,
                        app.build(),
                        seed.issuer(),
                        seed.users().size(),
                        seed.clients().size());
    }
}
