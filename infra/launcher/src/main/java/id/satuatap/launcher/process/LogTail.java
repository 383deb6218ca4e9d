package id.satuatap.launcher.process;

import id.satuatap.launcher.home.PrivateJson;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** The last lines of a log, readable: of JSON lines the level, the message, and the beginning of a stack trace. */
public final class LogTail {

    private static final int LINES = 15;
    private static final int BYTES = 64 * 1024;
    private static final int TRACE_LINES = 4;

    private LogTail() {}

    public static String of(Path log) {
        try (var file = new RandomAccessFile(log.toFile(), "r")) {
            var start = Math.max(0, file.length() - BYTES);
            var bytes = new byte[(int) (file.length() - start)];
            file.seek(start);
            file.readFully(bytes);
            return lastOf(new String(bytes, StandardCharsets.UTF_8).lines().toList());
        } catch (IOException e) {
            return "    (" + log + ": " + e.getMessage() + ")";
        }
    }

    private static String lastOf(List<String> lines) {
        return lines.stream()
                .skip(Math.max(0, lines.size() - LINES))
                .flatMap(line -> readable(line).lines())
                .map(line -> "    " + line)
                .collect(Collectors.joining("\n"));
    }

    static String readable(String line) {
        if (!line.startsWith("{")) {
            return line;
        }
        try {
            var json = PrivateJson.MAPPER.readTree(line);
            return "%s %s%s".formatted(first(json, "level", "log.level"), first(json, "message"), trace(json));
        } catch (JacksonException e) {
            return line;
        }
    }

    private static String trace(JsonNode json) {
        return first(json, "stack_trace", "error.stack_trace")
                .lines()
                .filter(line -> !line.startsWith("\tat ") && !line.startsWith("\t..."))
                .limit(TRACE_LINES)
                .collect(Collectors.joining("\n  ", "\n  ", ""))
                .stripTrailing();
    }

    private static String first(JsonNode json, String... names) {
        for (var name : names) {
            if (json.hasNonNull(name)) {
                return json.get(name).asString();
            }
            var nested = json.at("/" + name.replace('.', '/'));
            if (nested.isString()) {
                return nested.asString();
            }
        }
        return "";
    }
}
