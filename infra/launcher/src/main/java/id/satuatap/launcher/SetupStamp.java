package id.satuatap.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Which setup has run on the embedded database. It lies beside the data, so that it goes when the data goes. */
record SetupStamp(Home home, Unpacked app, Seed seed) {

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
        return "%s %s %d accounts %d clients%n"
                .formatted(
                        app.build(),
                        seed.issuer(),
                        seed.users().size(),
                        seed.clients().size());
    }
}
