package id.satuatap.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What the operating system (Linux) lets one do to a process, and know of it. */
final class Signals {

    private Signals() {}

    /** To the process and all it has started: the server processes of a database end together. */
    static void send(String signal, long pid) {
        var family = Stream.concat(
                        Stream.of(pid),
                        ProcessHandle.of(pid).stream()
                                .flatMap(ProcessHandle::descendants)
                                .map(ProcessHandle::pid))
                .map(String::valueOf)
                .toList();
        var command = new ArrayList<>(List.of("kill", "-" + signal));
        command.addAll(family);
        try {
            new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static List<String> command(long pid) {
        return split(pid, "cmdline").toList();
    }

    static Map<String, String> environment(long pid) {
        var variables = new HashMap<String, String>();
        split(pid, "environ").forEach(variable -> {
            var equals = variable.indexOf('=');
            if (equals > 0) {
                variables.put(variable.substring(0, equals), variable.substring(equals + 1));
            }
        });
        return variables;
    }

    static boolean isAlive(long pid) {
        try {
            var stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            return !stat.replaceFirst(".*\\) ", "").startsWith("Z"); // ended, but nobody has asked for it
        } catch (IOException e) {
            return false;
        }
    }

    /** Resident memory in bytes. */
    static long resident(long pid) {
        try (var lines = Files.lines(Path.of("/proc", Long.toString(pid), "status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> split(long pid, String file) {
        try {
            var text = Files.readString(Path.of("/proc", Long.toString(pid), file), StandardCharsets.UTF_8);
            return Arrays.stream(text.split("\0")).filter(item -> !item.isEmpty());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
