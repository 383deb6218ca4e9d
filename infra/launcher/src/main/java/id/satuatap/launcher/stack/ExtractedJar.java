package id.satuatap.launcher.stack;

import id.satuatap.launcher.home.Folders;
import id.satuatap.launcher.home.Home;
import id.satuatap.launcher.process.ChildProcess;
import id.satuatap.launcher.process.LogTail;
import id.satuatap.launcher.settings.CannotStart;
import id.satuatap.launcher.settings.Part;
import id.satuatap.launcher.settings.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * A part's Boot jar, unpacked once per build into a folder named by its content: it starts faster so, and its start-up
 * cache lies beside it.
 */
public record ExtractedJar(Part part, Path folder) {

    public static ExtractedJar of(Part part, Settings settings, Home home) {
        var jar = part.jar(settings.root());
        if (!Files.exists(jar)) {
            throw new CannotStart(
                    "%s belum dibangun. / It has not been built: %s is missing.".formatted(part.label, jar));
        }
        var unpacked = of(part, home, JarFingerprint.of(jar));
        if (!Files.exists(unpacked.folder)) {
            unpacked.forgetOthers();
            unpacked.extract(jar);
        }
        return unpacked;
    }

    /** The folder of an earlier build, by its fingerprint. */
    static ExtractedJar of(Part part, Home home, String build) {
        return new ExtractedJar(part, home.app(part).resolve(build));
    }

    public String build() {
        return folder.getFileName().toString();
    }

    public Path jar() {
        return folder.resolve("app.jar");
    }

    Path cache() {
        return folder.resolve("start.aot");
    }

    /** Where the virtual machine writes the cache when it ends; kept only if it ended in order. */
    Path unfinishedCache() {
        return folder.resolve("start.aot.new");
    }

    /** What a run that went wrong left must not be taken for the cache of a good one. */
    void forgetUnfinishedCache() {
        Folders.delete(unfinishedCache());
    }

    void keepCache() {
        try {
            if (Files.exists(unfinishedCache())) {
                Files.move(
                        unfinishedCache(),
                        cache(),
                        StandardCopyOption.ATOMIC_MOVE,
                        StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void forgetOthers() {
        try {
            Files.createDirectories(folder.getParent());
            try (var others = Files.newDirectoryStream(folder.getParent())) {
                others.forEach(Folders::delete);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void extract(Path jar) {
        var unfinished = Folders.unfinished(folder);
        var log = unfinished.resolveSibling("unpack.log");
        try {
            if (ChildProcess.exitCode(extraction(jar, unfinished, log)) != 0) {
                throw new CannotStart(
                        "%s tidak dapat dibongkar. / The jar cannot be unpacked.\n%s".formatted(jar, LogTail.of(log)));
            }
            Files.move(unfinished.resolve(jar.getFileName()), unfinished.resolve("app.jar"));
            Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Process extraction(Path jar, Path to, Path log) throws IOException {
        var tool = List.of(JavaCommand.java(), "-Djarmode=tools", "-jar", jar.toString(), "extract");
        var command = Stream.concat(tool.stream(), Stream.of("--destination", to.toString()));
        return new ProcessBuilder(command.toList())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }
}
