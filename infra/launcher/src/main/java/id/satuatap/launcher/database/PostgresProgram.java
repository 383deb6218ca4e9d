package id.satuatap.launcher.database;

import id.satuatap.launcher.home.Folders;
import id.satuatap.launcher.settings.CannotStart;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.tukaani.xz.XZInputStream;

/** The programs of the embedded PostgreSQL, unpacked once into the home. */
public final class PostgresProgram {

    private static final int FINGERPRINT = 12;

    private final Path folder;
    private final List<String> prefix;

    private PostgresProgram(Path folder, List<String> prefix) {
        this.folder = folder;
        this.prefix = prefix;
    }

    public static PostgresProgram in(Path postgres) {
        var folder = postgres.resolve("server-" + fingerprint());
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
            var tar = new ProcessBuilder("tar", "-x", "-C", unfinished.toString())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try (var archive = new XZInputStream(archive());
                    var sink = tar.getOutputStream()) {
                archive.transferTo(sink);
            }
            if (tar.waitFor() != 0) {
                throw new CannotStart(
                        "PostgreSQL tidak dapat dibongkar. / PostgreSQL cannot be unpacked into %s: is the disk full?"
                                .formatted(folder));
            }
            Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new CannotStart(
                    "PostgreSQL tidak dapat dibongkar. / PostgreSQL cannot be unpacked into %s: %s"
                            .formatted(folder, e.getMessage()),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("Dihentikan. / Stopped.", e);
        }
    }

    private static String fingerprint() {
        try (var archive = new DigestInputStream(archive(), MessageDigest.getInstance("SHA-256"))) {
            archive.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(archive.getMessageDigest().digest()).substring(0, FINGERPRINT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static InputStream archive() {
        var system = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac") ? "darwin" : "linux";
        var arm = "aarch64".equals(System.getProperty("os.arch"));
        var name = "/postgres-%s-%s.txz".formatted(system, arm ? "arm_64" : "x86_64");
        var archive = PostgresProgram.class.getResourceAsStream(name);
        if (archive == null) {
            throw new CannotStart(
                    "Tidak ada PostgreSQL tertanam untuk mesin ini. / No embedded PostgreSQL for this machine (%s): name a server with SATUATAP_DATABASE_ADMIN_URL."
                            .formatted(name));
        }
        return archive;
    }

    /** PostgreSQL refuses to run as root. In a user namespace of its own it is nobody, with root's files. */
    private static List<String> unprivileged() {
        if (!"root".equals(System.getProperty("user.name"))) {
            return List.of();
        }
        try {
            var allowed = new ProcessBuilder("unshare", "-U", "true").start().waitFor() == 0;
            if (allowed) {
                return List.of("unshare", "-U");
            }
        } catch (IOException e) {
            // no such program: the sentence below says what to do
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new CannotStart(
                "PostgreSQL menolak berjalan sebagai root. / PostgreSQL refuses to run as root, and unshare is not allowed here: start as an ordinary user, or name a server with SATUATAP_DATABASE_ADMIN_URL.");
    }
}
