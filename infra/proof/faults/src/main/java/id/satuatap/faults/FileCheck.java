package id.satuatap.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The files of a store beside the register of them.
 *
 * @param right there, with the digest that the register has
 * @param missing not there, or other bytes
 * @param more in the folders of these tenants, but not in the register
 */
public record FileCheck(long right, long missing, long more) {

    public static final String REGISTER = "select tenant_id || '/' || id as file, sha256 from document.document";

    /** @param register rows of {@link #REGISTER} */
    public static FileCheck compare(List<Map<String, String>> register, Path store) {
        var registered = new HashMap<Path, String>();
        register.forEach(
                row -> registered.put(store.resolve(row.getOrDefault("file", "")), row.getOrDefault("sha256", "")));
        var right = registered.entrySet().stream()
                .filter(file -> sha256(file.getKey()).equals(file.getValue()))
                .count();
        var more = registered.keySet().stream()
                .map(Path::getParent)
                .distinct()
                .flatMap(folder -> files(folder).stream())
                .filter(file -> !registered.containsKey(file))
                .count();
        return new FileCheck(right, registered.size() - right, more);
    }

    /** All below a folder, if there is one. */
    public static List<Path> files(Path folder) {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (var all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha256(Path file) {
        try {
            return Files.exists(file) ? Uploading.sha256(Files.readAllBytes(file)) : "missing";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
