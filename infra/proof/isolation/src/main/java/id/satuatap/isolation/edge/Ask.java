package id.satuatap.isolation.edge;

import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A well-formed request; each step returns another. What is malformed is written by hand. */
record Ask(String method, String host, String path, List<String> lines, byte[] body) {

    static final String FORM = "application/x-www-form-urlencoded";
    static final String JSON = "application/json";

    static Ask get(String host, String path) {
        return new Ask("GET", host, path, List.of(), new byte[0]);
    }

    static Ask post(String host, String path, String type, String body) {
        return get(host, path).method("POST").with("Content-Type", type).body(body);
    }

    static Ask form(String host, String path, Map<String, String> fields) {
        return post(host, path, FORM, encoded(fields));
    }

    Ask method(String other) {
        return new Ask(other, host, path, lines, body);
    }

    Ask body(String text) {
        return new Ask(method, host, path, lines, text.getBytes(StandardCharsets.UTF_8));
    }

    Ask with(String name, String value) {
        return line(name + ": " + value);
    }

    /** A header line as it is, without its end. */
    Ask line(String line) {
        var more = new ArrayList<>(lines);
        more.add(line);
        return new Ask(method, host, path, List.copyOf(more), body);
    }

    Ask bearer(String token) {
        return with("Authorization", "Bearer " + token);
    }

    byte[] bytes() {
        var text = new StringBuilder("%s %s HTTP/1.1\r\nHost: %s\r\n".formatted(method, path, host));
        lines.forEach(line -> text.append(line).append("\r\n"));
        if (body.length > 0 || method.equals("POST") || method.equals("PUT")) {
            text.append("Content-Length: ").append(body.length).append("\r\n");
        }
        text.append("\r\n");
        var all = new ByteArrayOutputStream();
        all.writeBytes(text.toString().getBytes(StandardCharsets.UTF_8));
        all.writeBytes(body);
        return all.toByteArray();
    }

    static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8)
                        + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
