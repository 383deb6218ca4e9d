package id.satuatap.bench.edge;

import id.satuatap.stack.Stack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Comparator;

/** Keycloak's own archive, unpacked for one run. Maven fetches it, and keeps it for the next. */
record KeycloakFiles(Path folder) implements AutoCloseable {

    static final String VERSION = "26.4.0";

    private static final FileAttribute<?> PRIVATE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final Duration TO_FETCH = Duration.ofMinutes(10);

    /** An exception if there is no Maven, or nothing to be had. */
    static KeycloakFiles unpack(Path folder) {
        var files = new KeycloakFiles(folder);
        files.close();
        try {
            files.maven("-o");
        } catch (IllegalStateException notYetFetched) {
            files.maven("-U");
        }
        return files;
    }

    Path home() {
        return folder.resolve("keycloak-" + VERSION);
    }

    /** Puts a realm where the first start reads it; it holds secrets, so only this user may read it. */
    void realm(String text) {
        try {
            var imports = Files.createDirectories(home().resolve("data/import"));
            var file = Files.createFile(imports.resolve("realm.json"), PRIVATE);
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void maven(String more) {
        Command.run(
                TO_FETCH,
                "mvn",
                "-B",
                "-q",
                "-N",
                more,
                "-f",
                Stack.root().resolve("pom.xml").toString(),
                "dependency:unpack",
                "-Dartifact=org.keycloak:keycloak-quarkus-dist:" + VERSION + ":tar.gz",
                "-Dmdep.overWriteReleases=true",
                "-DoutputDirectory=" + folder);
    }

    @Override
    public void close() {
        if (!Files.exists(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
