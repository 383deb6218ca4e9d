package id.satuatap.core.setup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;

/** One tenant's files in a backup and in the store. A file never changes, so a restore only adds what is gone and takes aside what is new. */
record TenantFiles(Path backup, Path store, UUID tenant) {

    /** Brings back what is missing. Fails, before anything else is changed, if the backup does not hold it as the register says. */
    int bringBack(Map<UUID, String> digests) throws IOException {
        var brought = 0;
        for (var document : digests.entrySet()) {
            var place = folder(store).resolve(document.getKey().toString());
            if (!Files.exists(place)) {
                bringBack(folder(backup).resolve(document.getKey().toString()), place, document.getValue());
                brought++;
            }
        }
        return brought;
    }

    /** What was uploaded since goes to a folder of its own, named by the restore. */
    int takeAside(Map<UUID, String> digests, UUID restore) throws IOException {
        if (!Files.exists(folder(store))) {
            return 0;
        }
        var aside = store.resolve("aside").resolve(restore.toString());
        var taken = 0;
        try (var files = Files.list(folder(store))) {
            for (var file : files.toList()) {
                if (!digests.containsKey(UUID.fromString(file.getFileName().toString()))) {
                    Files.createDirectories(aside);
                    Files.move(file, aside.resolve(file.getFileName()));
                    taken++;
                }
            }
        }
        return taken;
    }

    private static void bringBack(Path from, Path to, String digest) throws IOException {
        if (!Files.exists(from) || !sha256(from).equals(digest)) {
            throw new RefusedRestore("The backup does not hold the file %s as its register says.".formatted(from));
        }
        Files.createDirectories(to.getParent());
        var part = to.resolveSibling(to.getFileName() + ".part");
        Files.copy(from, part, StandardCopyOption.REPLACE_EXISTING);
        Files.move(part, to, StandardCopyOption.ATOMIC_MOVE);
    }

    private Path folder(Path root) {
        return root.resolve(tenant.toString());
    }

    private static String sha256(Path file) throws IOException {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            try (var bytes = Files.newInputStream(file)) {
                var buffer = new byte[64 * 1024];
                for (var count = bytes.read(buffer); count >= 0; count = bytes.read(buffer)) {
                    digest.update(buffer, 0, count);
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
