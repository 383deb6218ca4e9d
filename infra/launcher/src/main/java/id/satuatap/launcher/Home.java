package id.satuatap.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The folder of one copy ({@code SATUATAP_HOME}): data, secrets, logs, unpacked parts. Only its owner may enter. */
record Home(Path folder) {

    private static final long MEBIBYTE = 1024L * 1024;
    private static final long NEEDED_AT_FIRST = 1500 * MEBIBYTE;
    private static final long NEEDED = 300 * MEBIBYTE;

    /** What a fresh start wipes. The unpacked parts come from the build, not from the data: they stay. */
    private static final List<String> DATA =
            List.of("postgres", "files", "mail", "log", "tmp", "secrets.json", "seed.json", "credentials.json");

    static Home open(Path folder) {
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

    Path secrets() {
        return folder.resolve("secrets.json");
    }

    Path seed() {
        return folder.resolve("seed.json");
    }

    Path credentials() {
        return folder.resolve("credentials.json");
    }

    Path postgres() {
        return folder.resolve("postgres");
    }

    Path files() {
        return folder.resolve("files");
    }

    Path mail() {
        return folder.resolve("mail");
    }

    Path app(Part part) {
        return folder.resolve("app").resolve(part.label);
    }

    /** A folder for a process's temporary files, without what an earlier one left. */
    Path emptyTemporary(String label) {
        var temporary = folder.resolve("tmp").resolve(label);
        delete(temporary);
        try {
            return Files.createDirectories(temporary);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path log(String label) {
        return folder.resolve("log").resolve(label + ".log");
    }

    Path run(String file) {
        return folder.resolve("run").resolve(file);
    }

    /** Here while a start has ended well and nothing was stopped since. */
    Path ready() {
        return run("ready");
    }

    boolean hasData() {
        return Files.exists(postgres().resolve("data"));
    }

    void checkSpace() {
        var needed = Files.exists(secrets()) ? NEEDED : NEEDED_AT_FIRST;
        try {
            checkSpace(Files.getFileStore(folder).getUsableSpace(), needed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void checkSpace(long usable, long needed) {
        if (usable < needed) {
            throw new CannotStart(
                    "Disk hampir penuh. / The disk of %s is nearly full: %d MB free, %d MB needed; SATUATAP_HOME moves the data."
                            .formatted(folder, usable / MEBIBYTE, needed / MEBIBYTE));
        }
    }

    void wipe() {
        DATA.forEach(name -> delete(folder.resolve(name)));
        open(folder);
    }

    /** A name nobody else uses, for what gets its real name when it is whole. */
    static Path unfinished(Path whole) {
        return whole.resolveSibling(
                whole.getFileName() + ".new-" + ProcessHandle.current().pid());
    }

    /** Deletes what earlier starts left unfinished; what still moves is left for the next time. */
    static void deleteUnfinished(Path folder) {
        try (var leftovers = Files.newDirectoryStream(folder, "*.new-*")) {
            leftovers.forEach(Home::delete);
        } catch (IOException | UncheckedIOException e) {
            // it has another name than ours, so it is in nobody's way
        }
    }

    static void delete(Path path) {
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try {
            Files.walkFileTree(path, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure)
                        throws IOException {
                    Files.delete(folder);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete " + path, e);
        }
    }
}
