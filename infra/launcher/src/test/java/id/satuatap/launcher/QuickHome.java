package id.satuatap.launcher;

import id.satuatap.launcher.database.PostgresProgram;
import id.satuatap.launcher.home.Folders;
import id.satuatap.launcher.home.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/** A home for one test, with a PostgreSQL that was unpacked once for all of them. */
public final class QuickHome {

    private static final Path UNPACKED = Path.of("target", "postgres").toAbsolutePath();

    private QuickHome() {}

    /**
     * Takes the link away again; JUnit warns of links that lead out of a temporary folder. A database that was being made when the launcher
     * gave up may still write for a moment.
     */
    public static void close(Path folder) {
        var patience = Instant.now().plus(Duration.ofSeconds(30));
        while (true) {
            try {
                Folders.delete(folder.resolve("postgres"));
                return;
            } catch (UncheckedIOException stillWritten) {
                if (Instant.now().isAfter(patience)) {
                    throw stillWritten;
                }
                Thread.onSpinWait();
            }
        }
    }

    public static Home open(Path folder) {
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
