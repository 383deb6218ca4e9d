package id.satuatap.faults.keep;

import id.satuatap.faults.FileCheck;
import id.satuatap.stack.Command;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A file system in memory, small enough to be filled. */
record SmallDisk(Path folder) implements AutoCloseable {

    private static final int PIECE = 64 * 1024;

    /** Nothing where mounting is not allowed. */
    static Optional<SmallDisk> mount(Path folder, long megabytes) throws IOException {
        Files.createDirectories(folder);
        var disk = new SmallDisk(folder);
        disk.close(); // what an earlier run left
        var mounted = Command.ended(
                Map.of(), "mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", folder.toString());
        return mounted.exit() == 0 ? Optional.of(disk) : Optional.empty();
    }

    /** Takes all room but for so many bytes. */
    void fill(long left) {
        makeRoom();
        var piece = new byte[PIECE];
        try (var out = Files.newOutputStream(filler())) {
            while (usable() > left) {
                out.write(piece, 0, (int) Math.min(PIECE, Math.max(1, usable() - left)));
            }
        } catch (IOException full) {
            if (usable() > left + PIECE) {
                throw new UncheckedIOException(full);
            }
        }
    }

    void makeRoom() {
        try {
            Files.deleteIfExists(filler());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long usable() {
        try {
            return Files.getFileStore(folder).getUsableSpace();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The files on it, but for what fills it. */
    List<Path> files() {
        return FileCheck.files(folder).stream()
                .filter(file -> !file.equals(filler()))
                .toList();
    }

    private Path filler() {
        return folder.resolve("filler");
    }

    @Override
    public void close() {
        Command.ended(Map.of(), "umount", "--lazy", folder.toString());
    }
}
