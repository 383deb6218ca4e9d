package id.satuatap.isolation.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A generated request.
 *
 * @param operation as the description has it
 * @param path with its query, as sent
 */
record Fuzzed(String operation, String method, String path, List<Header> headers, byte[] body) {

    record Header(String name, String value) {}

    private static final int SHOWN = 300;

    /** The same with one thing less each: what a failure may not need. */
    List<Fuzzed> simpler() {
        var simpler = new ArrayList<Fuzzed>();
        for (var header : headers) {
            var less = new ArrayList<>(headers);
            less.remove(header);
            simpler.add(new Fuzzed(operation, method, path, less, body));
        }
        if (path.contains("?")) {
            simpler.add(new Fuzzed(operation, method, path.substring(0, path.indexOf('?')), headers, body));
        }
        for (var shorter : List.of("", "{}", "null")) {
            if (body.length > shorter.length()) {
                simpler.add(new Fuzzed(operation, method, path, headers, shorter.getBytes(StandardCharsets.UTF_8)));
            }
        }
        return simpler;
    }

    /** In one line, to be sent again by hand; the token is left out. */
    String line() {
        return "curl -X %s '%s'%s%s"
                .formatted(
                        method,
                        shown(path),
                        headers.stream()
                                .map(header -> " -H '%s: %s'"
                                        .formatted(
                                                header.name(),
                                                header.name().equals("Authorization") ? "…" : shown(header.value())))
                                .collect(Collectors.joining()),
                        body.length == 0
                                ? ""
                                : " --data-binary $'" + shown(new String(body, StandardCharsets.ISO_8859_1)) + "'");
    }

    private static String shown(String text) {
        var shown = new StringBuilder();
        text.chars().limit(SHOWN).forEach(c -> {
            if (c < ' ' || c > '~' || c == '\'') {
                shown.append("\\x%02x".formatted(c));
            } else {
                shown.append((char) c);
            }
        });
        return text.length() > SHOWN ? shown + "… (" + text.length() + ")" : shown.toString();
    }
}
