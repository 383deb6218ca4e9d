package id.satuatap.stack;

import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/**
 * A well-formed request, whoever sends it; each step returns another. What is malformed is written by hand.
 *
 * @param lines of its head, without the first, {@code Host} and {@code Content-Length}
 */
public record Request(String method, String path, List<String> lines, byte[] body) {

    public static Request of(String method, String path) {
        return new Request(method, path, List.of(), new byte[0]);
    }

    public static Request get(String path) {
        return of("GET", path);
    }

    /** What is not text is written as JSON; text is taken as it is. */
    public static Request json(String method, String path, Object body) {
        var text = body instanceof String ready ? ready : JsonMapper.shared().writeValueAsString(body);
        return of(method, path).with("Content-Type", "application/json").body(text);
    }

    public static Request form(String path, Map<String, String> fields) {
        return of("POST", path)
                .with("Content-Type", "application/x-www-form-urlencoded")
                .body(encoded(fields));
    }

    public Request with(String name, String value) {
        return line(name + ": " + value);
    }

    /** A line of the head as it is, without its end. */
    public Request line(String line) {
        var more = new ArrayList<>(lines);
        more.add(line);
        return new Request(method, path, List.copyOf(more), body);
    }

    public Request body(byte[] other) {
        return new Request(method, path, lines, other);
    }

    public Request body(String text) {
        return body(text.getBytes(StandardCharsets.UTF_8));
    }

    /** As it goes over the wire. */
    public byte[] bytes(String host) {
        var head = new StringBuilder("%s %s HTTP/1.1\r\nHost: %s\r\n".formatted(method, path, host));
        lines.forEach(line -> head.append(line).append("\r\n"));
        if (body.length > 0 || method.equals("POST") || method.equals("PUT")) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        var all = new ByteArrayOutputStream();
        all.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
        all.writeBytes(body);
        return all.toByteArray();
    }

    public static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    public static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
