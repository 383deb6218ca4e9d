package id.satuatap.isolation.faults;

import id.satuatap.stack.Part;
import id.satuatap.stack.Service;
import id.satuatap.stack.Stack;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javax.tools.ToolProvider;

/** The place before core's own classes into which a fault is compiled. Empty, core is what was built. */
final class Hole {

    private static final Duration TO_START = Duration.ofMinutes(3);

    private final Path folder;
    private final Service core;
    private final String classPath;

    Hole(Stack stack, Path folder) throws IOException {
        this.folder = folder;
        this.core = stack.service(Part.PLATFORM_CORE);
        var command = core.command();
        var isWhole = command.contains("-jar"); // else a run before this has been here
        var paths = command.get(command.indexOf(isWhole ? "-jar" : "-cp") + 1).split(File.pathSeparator);
        var app = Path.of(paths[paths.length - 1]);
        this.classPath = app + File.pathSeparator + app.resolveSibling("lib") + "/*";
        empty();
        if (isWhole) {
            core.classPathFirst(List.of(folder), "id.satuatap.core.PlatformCore");
        }
    }

    /** Core with this fault, running. */
    void open(CodeFault fault) throws IOException {
        empty();
        var sources = new ArrayList<String>();
        for (var patched : fault.patched().entrySet()) {
            var file = folder.resolveSibling("hole-source")
                    .resolve(patched.getKey().getFileName());
            Files.writeString(file, patched.getValue());
            sources.add(file.toString());
        }
        compile(sources);
        restart();
    }

    void close() throws IOException {
        empty();
        restart();
    }

    private void compile(List<String> sources) {
        var options = new ArrayList<>(
                List.of("-nowarn", "-proc:none", "-parameters", "-cp", classPath, "-d", folder.toString()));
        options.addAll(sources);
        var compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler.run(null, null, null, options.toArray(String[]::new)) != 0) {
            throw new IllegalStateException("The fault does not compile: " + sources);
        }
    }

    private void restart() {
        core.stop();
        core.start();
        core.awaitReady(TO_START);
    }

    private void empty() throws IOException {
        for (var gone : List.of(folder, folder.resolveSibling("hole-source"))) {
            if (Files.exists(gone)) {
                try (var files = Files.walk(gone)) {
                    for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(file);
                    }
                }
            }
            Files.createDirectories(gone);
        }
    }
}
