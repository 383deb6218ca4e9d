package id.satuatap.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

/** Statements, scripts and settings that lie beside a class. */
public final class Resource {

    private Resource() {}

    public static String text(Class<?> beside, String name) {
        try (var in = Objects.requireNonNull(beside.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With values in the places of {@code ${name}}. */
    public static String text(Class<?> beside, String name, Map<String, ?> values) {
        var text = text(beside, name);
        for (var value : values.entrySet()) {
            text = text.replace("${" + value.getKey() + "}", value.getValue().toString());
        }
        return text;
    }

    /** As a file, for programs that read it; gone with this process. */
    public static Path file(String text) {
        try {
            var file = Files.createTempFile("proof-", "");
            file.toFile().deleteOnExit();
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
