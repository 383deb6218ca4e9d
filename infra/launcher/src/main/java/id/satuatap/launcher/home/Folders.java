package id.satuatap.launcher.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** Whole folders: copied, made under another name first, deleted. */
public final class Folders {

    private Folders() {}

    /** @param wanted told each path inside the folder; what is below an unwanted folder is left out, too */
    public static void copy(Path from, Path to, Predicate<Path> wanted) {
        try {
            Files.walkFileTree(from, new FolderCopy(from, to, wanted));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot copy %s to %s".formatted(from, to), e);
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

    /** What is inside goes first; a link goes, what it points to stays. */
    public static void delete(Path path) {
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try {
            for (var each : deepestFirst(path)) {
                Files.delete(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete " + path, e);
        }
    }

    private static List<Path> deepestFirst(Path path) throws IOException {
        try (var all = Files.walk(path)) {
            return all.sorted(Comparator.reverseOrder()).toList();
        }
    }
}
