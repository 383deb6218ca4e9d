package id.satuatap.launcher.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Copies a folder that may change meanwhile: what vanishes is left out. Rights are kept. */
public final class Folders {

    private Folders() {}

    /** @param wanted told each path inside the folder; what is below an unwanted folder is left out, too */
    public static void copy(Path from, Path to, Predicate<Path> wanted) {
        try {
            Files.walkFileTree(from, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
                        throws IOException {
                    if (!wanted.test(from.relativize(folder))) {
                        return FileVisitResult.SKIP_SUBTREE;
                    }
                    Files.copy(folder, to.resolve(from.relativize(folder)), StandardCopyOption.COPY_ATTRIBUTES);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    if (wanted.test(from.relativize(file))) {
                        copyIfThere(file, to.resolve(from.relativize(file)));
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                    if (failure instanceof NoSuchFileException) {
                        return FileVisitResult.CONTINUE;
                    }
                    throw failure;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot copy %s to %s".formatted(from, to), e);
        }
    }

    private static void copyIfThere(Path from, Path to) throws IOException {
        try {
            Files.copy(from, to, StandardCopyOption.COPY_ATTRIBUTES);
        } catch (NoSuchFileException vanished) {
            if (Files.exists(from)) {
                throw vanished; // it is the place to copy to that is missing
            }
        }
    }

    /** A name nobody else uses, for what gets its real name when it is whole. */
    public static Path unfinished(Path whole) {
        return whole.resolveSibling(
                whole.getFileName() + ".new-" + ProcessHandle.current().pid());
    }

    /** Deletes what earlier starts left unfinished; what still moves is left for the next time. */
    public static void deleteUnfinished(Path folder) {
        try (var leftovers = Files.newDirectoryStream(folder, "*.new-*")) {
            leftovers.forEach(Folders::delete);
        } catch (IOException | UncheckedIOException e) {
            // it has another name than ours, so it is in nobody's way
        }
    }

    public static void delete(Path path) {
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
