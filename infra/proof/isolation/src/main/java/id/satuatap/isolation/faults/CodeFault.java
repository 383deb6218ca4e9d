package id.satuatap.isolation.faults;

import id.satuatap.isolation.Resources;
import id.satuatap.stack.Stack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A mistake in core: lines of its source replaced, compiled apart and found first by a core started anew. Nothing of it is ever in a product's jar.
 *
 * @param isQuick whether it belongs to the short run
 * @param seenBy section and case
 */
record CodeFault(String name, boolean isQuick, List<String> seenBy, List<Change> changes) {

    /** @param file by its name; there is one of it */
    record Change(String file, String gone, String instead) {}

    static List<CodeFault> all() {
        return Arrays.stream(Resources.text("code-faults.txt").split("\n\n"))
                .map(block -> block.lines().toList())
                .filter(lines -> lines.size() > 2 && lines.get(1).contains("seen by "))
                .map(CodeFault::read)
                .toList();
    }

    private static CodeFault read(List<String> lines) {
        var seenBy = lines.get(1).replaceFirst(".*seen by ", "").split("; ");
        var changes = new ArrayList<Change>();
        for (var i = 2; i < lines.size(); ) {
            var to = i + 1;
            while (to < lines.size() && !lines.get(to).endsWith(".java")) {
                to++;
            }
            var edit = lines.subList(i + 1, to);
            changes.add(new Change(lines.get(i), joined(edit, "- "), joined(edit, "+ ")));
            i = to;
        }
        return new CodeFault(lines.get(0).substring(2), lines.get(1).startsWith("# quick"), List.of(seenBy), changes);
    }

    private static String joined(List<String> lines, String mark) {
        return lines.stream()
                .filter(line -> line.startsWith(mark))
                .map(line -> line.substring(mark.length()))
                .collect(Collectors.joining("\n"));
    }

    /** The sources with this fault, by their files. */
    Map<Path, String> patched() throws IOException {
        var patched = new LinkedHashMap<Path, String>();
        for (var change : changes) {
            var file = source(change.file());
            var before = patched.containsKey(file) ? patched.get(file) : Files.readString(file);
            if (!before.contains(change.gone())) {
                throw new IllegalStateException("%s has no longer: %s".formatted(change.file(), change.gone()));
            }
            patched.put(file, before.replace(change.gone(), change.instead()));
        }
        return patched;
    }

    private static Path source(String name) throws IOException {
        try (var files = Files.walk(Stack.root().resolve("platform-core/src/main/java"))) {
            return files.filter(file -> file.getFileName().toString().equals(name))
                    .reduce((one, other) -> {
                        throw new IllegalStateException("There are two of " + name);
                    })
                    .orElseThrow(() -> new IllegalStateException("There is no " + name));
        }
    }
}
