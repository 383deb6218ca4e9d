package id.satuatap.launcher.home;

import id.satuatap.launcher.settings.CannotStart;
import id.satuatap.launcher.settings.Part;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/** The folder of one copy ({@code SATUATAP_HOME}): data, secrets, logs, unpacked parts. Only its owner may enter. */
public record Home(Path folder) {

    private static final long MEBIBYTE = 1024L * 1024;
    private static final long NEEDED_AT_FIRST = 1500 * MEBIBYTE;
    private static final long NEEDED = 300 * MEBIBYTE;

    /** What a fresh start wipes. The unpacked parts come from the build, not from the data: they stay. */
    private static final List<String> DATA =
            List.of("postgres", "files", "mail", "log", "tmp", "secrets.json", "seed.json", "credentials.json");

    public static Home open(Path folder) {
        try {
            if (!Files.exists(folder)) {
                Files.createDirectories(
                        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            }
            var home = new Home(folder);
            for (var name : List.of("run", "log", "tmp", "files", "mail", "app", "postgres")) {
                Files.createDirectories(folder.resolve(name));
            }
            return home;
        } catch (IOException e) {
            throw new CannotStart(
                    "Folder %s tidak dapat dibuat. / The folder cannot be made: %s. SATUATAP_HOME moves it."
                            .formatted(folder, e.getMessage()),
                    e);
        }
    }

    public Path secrets() {
        return folder.resolve("secrets.json");
    }

    public Path seed() {
        return folder.resolve("seed.json");
    }

    public Path credentials() {
        return folder.resolve("credentials.json");
    }

    public Path postgres() {
        return folder.resolve("postgres");
    }

    public Path files() {
        return folder.resolve("files");
    }

    public Path mail() {
        return folder.resolve("mail");
    }

    public Path app(Part part) {
        return folder.resolve("app").resolve(part.label);
    }

    /** A folder for a process's temporary files, without what an earlier one left. */
    public Path emptyTemporary(String label) {
        var temporary = folder.resolve("tmp").resolve(label);
        Folders.delete(temporary);
        try {
            return Files.createDirectories(temporary);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path log(String label) {
        return folder.resolve("log").resolve(label + ".log");
    }

    public Path run(String file) {
        return folder.resolve("run").resolve(file);
    }

    /** Here while a start has ended well and nothing was stopped since. */
    public Path ready() {
        return run("ready");
    }

    public boolean hasData() {
        return Files.exists(postgres().resolve("data"));
    }

    public void checkSpace() {
        var needed = Files.exists(secrets()) ? NEEDED : NEEDED_AT_FIRST;
        try {
            checkSpace(Files.getFileStore(folder).getUsableSpace(), needed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void checkSpace(long usable, long needed) {
        if (usable < needed) {
            throw new CannotStart(
                    "Disk hampir penuh. / The disk of %s is nearly full: %d MB free, %d MB needed; SATUATAP_HOME moves the data."
                            .formatted(folder, usable / MEBIBYTE, needed / MEBIBYTE));
        }
    }

    public void wipe() {
        DATA.forEach(name -> Folders.delete(folder.resolve(name)));
        open(folder);
    }
}
