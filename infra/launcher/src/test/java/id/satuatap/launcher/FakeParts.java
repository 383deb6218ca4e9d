package id.satuatap.launcher;

import id.satuatap.launcher.settings.Part;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import javax.tools.ToolProvider;

/** A build whose parts are a few lines each: they unpack, set up, answer for their health and fail as the real ones do. */
final class FakeParts {

    /** A part with this word in {@code SATUATAP_JAVA_OPTIONS} (as {@code -Dfail=gateway}) ends at once with a message. */
    private static final String PART = """
            public class FakePart {
                public static void main(String[] arguments) throws Exception {
                    if ("tools".equals(System.getProperty("jarmode"))) {
                        var jar = java.nio.file.Path.of(System.getProperty("java.class.path"));
                        var folder = java.nio.file.Files.createDirectories(java.nio.file.Path.of(arguments[2]));
                        java.nio.file.Files.copy(jar, folder.resolve(jar.getFileName()));
                        return;
                    }
                    var port = Integer.parseInt(System.getenv().getOrDefault("MANAGEMENT_SERVER_PORT", System.getenv("SERVER_PORT")));
                    if (Integer.getInteger("fail", 0) == port) {
                        System.out.println("{\\"level\\":\\"ERROR\\",\\"message\\":\\"no licence to run\\"}");
                        System.exit(3);
                    }
                    var server = com.sun.net.httpserver.HttpServer.create(new java.net.InetSocketAddress("127.0.0.1", port), 0);
                    server.createContext("/", exchange -> {
                        exchange.sendResponseHeaders(200, -1);
                        exchange.close();
                    });
                    server.start();
                }
            }
            """;

    private static final String SETUP = """
            package %s;
            public class Setup {
                public static void main(String[] arguments) {
                    if (!java.nio.file.Files.exists(java.nio.file.Path.of(System.getenv("SATUATAP_SEED")))) {
                        throw new IllegalStateException("no seed");
                    }
                }
            }
            """;

    private final Path folder;

    FakeParts(Path folder) {
        this.folder = folder;
    }

    Path build() {
        try {
            var sources = Files.createDirectories(folder.resolve("sources"));
            var classes = Files.createDirectories(folder.resolve("classes"));
            var part = Files.writeString(sources.resolve("FakePart.java"), PART);
            compile(classes, part);
            for (var setup : Map.of("core", "id.satuatap.core.setup", "identity", "id.satuatap.identity.setup")
                    .entrySet()) {
                var source =
                        Files.createDirectories(sources.resolve(setup.getKey())).resolve("Setup.java");
                compile(classes, Files.writeString(source, SETUP.formatted(setup.getValue())));
            }
            for (var each : Part.values()) {
                jar(each, classes);
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void compile(Path classes, Path source) {
        var compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler.run(null, null, null, "-d", classes.toString(), source.toString()) != 0) {
            throw new IllegalStateException(source.toString());
        }
    }

    private void jar(Part part, Path classes) throws IOException {
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, "FakePart");
        manifest.getMainAttributes().put(new Attributes.Name("Part"), part.label.toUpperCase(Locale.ROOT));
        var jar = part.jar(folder);
        Files.createDirectories(jar.getParent());
        try (var out = new JarOutputStream(Files.newOutputStream(jar), manifest);
                var files = Files.walk(classes)) {
            for (var file : List.copyOf(files.filter(Files::isRegularFile).toList())) {
                out.putNextEntry(new JarEntry(classes.relativize(file).toString()));
                Files.copy(file, out);
            }
        }
    }
}
