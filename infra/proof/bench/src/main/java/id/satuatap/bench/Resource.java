package id.satuatap.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** The scripts beside these classes. */
final class Resource {

    private Resource() {}

    static String text(String name) {
        try (var in = Objects.requireNonNull(Resource.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As a file, for programs that read it; gone with this process. */
    static Path file(String name) {
        try {
            var file = Files.createTempFile("bench-", "-" + name);
            file.toFile().deleteOnExit();
            return Files.writeString(file, text(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
