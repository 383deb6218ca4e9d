package id.satuatap.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A home for one test, with a PostgreSQL that was unpacked once for all of them. */
final class QuickHome {

    private static final Path UNPACKED = Path.of("target", "postgres").toAbsolutePath();

    private QuickHome() {}

    /** Takes the link away again; JUnit warns of links that lead out of a temporary folder. */
    static void close(Path folder) {
        Home.delete(folder.resolve("postgres"));
    }

    static Home open(Path folder) {
        var home = Home.open(folder);
        PostgresProgram.in(UNPACKED);
        try (var servers = Files.newDirectoryStream(UNPACKED, "server-????????????")) {
            for (var server : servers) {
                Files.createSymbolicLink(home.postgres().resolve(server.getFileName()), server);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return home;
    }
}
