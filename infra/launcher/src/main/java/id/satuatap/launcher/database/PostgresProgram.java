package id.satuatap.launcher.database;

import id.satuatap.launcher.home.Folders;
import id.satuatap.launcher.process.ChildProcess;
import id.satuatap.launcher.settings.CannotStart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.XZInputStream;

/** The programs of the embedded PostgreSQL, unpacked once into the home. */
public final class PostgresProgram {

    private final Path folder;
    private final List<String> prefix;

    private PostgresProgram(Path folder, List<String> prefix) {
        this.folder = folder;
        this.prefix = prefix;
    }

    public static PostgresProgram in(Path postgres) {
        var folder = postgres.resolve("server-" + PostgresArchive.fingerprint());
        if (!Files.exists(folder)) {
            unpack(folder);
        }
        return new PostgresProgram(folder, unprivileged());
    }

    List<String> command(String program, String... arguments) {
        var command = new ArrayList<>(prefix);
        command.add(folder.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        return command;
    }

    /** To a temporary name first: whoever is killed here leaves nothing that looks whole. */
    private static void unpack(Path folder) {
        var unfinished = Folders.unfinished(folder);
        try {
            Files.createDirectories(unfinished);
            if (ChildProcess.exitCode(untar(unfinished)) != 0) {
                throw cannotUnpack(folder, "is the disk full?", null);
            }
            Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw cannotUnpack(folder, String.valueOf(e.getMessage()), e);
        }
    }

    private static Process untar(Path folder) throws IOException {
        var tar = new ProcessBuilder("tar", "-x", "-C", folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (var archive = new XZInputStream(PostgresArchive.open());
                var sink = tar.getOutputStream()) {
            archive.transferTo(sink);
        }
        return tar;
    }

    private static CannotStart cannotUnpack(Path folder, String reason, @Nullable IOException cause) {
        return new CannotStart(
                "PostgreSQL tidak dapat dibongkar. / PostgreSQL cannot be unpacked into %s: %s"
                        .formatted(folder, reason),
                cause);
    }

    /** PostgreSQL refuses to run as root. In a user namespace of its own it is nobody, with root's files. */
    private static List<String> unprivileged() {
        if (!"root".equals(System.getProperty("user.name"))) {
            return List.of();
        }
        if (isUnshareAllowed()) {
            return List.of("unshare", "-U");
        }
        throw new CannotStart(
                "PostgreSQL menolak berjalan sebagai root. / PostgreSQL refuses to run as root, and unshare is not allowed here: start as an ordinary user, or name a server with SATUATAP_DATABASE_ADMIN_URL.");
    }

    private static boolean isUnshareAllowed() {
        try {
            return ChildProcess.exitCode(new ProcessBuilder("unshare", "-U", "true").start()) == 0;
        } catch (IOException e) {
            return false; // there is no such program
        }
    }
}
