package id.satuatap.stack;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An answer as it came over the wire, with nothing undone but the chunks.
 *
 * @param status {@link #CUT} when the connection ended instead, {@link #SILENT} when nothing came in time
 */
public record Answer(int status, List<Header> headers, byte[] body) {

    public static final int CUT = 0;
    public static final int SILENT = -1;

    /** What may differ between two answers that tell the same. */
    private static final Set<String> OF_THE_MOMENT =
            Set.of("date", "x-request-id", "ratelimit-remaining", "ratelimit-reset");

    public record Header(String name, String value) {}

    public static Answer nothing(int why) {
        return new Answer(why, List.of(), new byte[0]);
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    public JsonNode json() {
        return JsonMapper.shared().readTree(body);
    }

    public List<String> all(String name) {
        return headers.stream()
                .filter(header -> header.name.equalsIgnoreCase(name))
                .map(Header::value)
                .toList();
    }

    /** The first of this name; empty when there is none. */
    public String header(String name) {
        return all(name).stream().findFirst().orElse("");
    }

    public boolean isOk() {
        return status >= 200 && status < 300;
    }

    /** The code of a problem, such as {@code access.denied}; empty when it is none. */
    public String problem() {
        return text().startsWith("{") ? json().path("type").asString("").replace("urn:problem:", "") : "";
    }

    public String location() {
        return header("Location");
    }

    /** The host and port that it sends a browser to; empty when that is none or its own. */
    public String elsewhere() {
        var location = location().replace('\\', '/').replaceFirst("^//", "http://");
        return location.contains("://")
                ? Optional.ofNullable(
                                URI.create(location.replaceFirst("\\?.*", "")).getRawAuthority())
                        .orElse("")
                : "";
    }

    /** Everything that left the system, for searching. */
    public String everything() {
        return "%d\n%s\n%s".formatted(status, lines(), text());
    }

    /** All of it but the request's own id and the time: equal for two answers that nobody can tell apart. */
    public String alike() {
        var kept = headers.stream()
                .filter(header -> !OF_THE_MOMENT.contains(header.name.toLowerCase(Locale.ROOT)))
                .map(header -> header.name.toLowerCase(Locale.ROOT) + ": " + header.value)
                .sorted()
                .collect(Collectors.joining("\n"));
        return status + "\n" + kept + "\n" + text().replaceAll("\"requestId\":\"[^\"]*\"", "\"requestId\":\"\"");
    }

    /** For a table: the status and what it is about. */
    public String brief() {
        return switch (status) {
            case CUT -> "cut";
            case SILENT -> "silence";
            default -> (status + " " + problem()).strip();
        };
    }

    private String lines() {
        return headers.stream().map(header -> header.name + ": " + header.value).collect(Collectors.joining("\n"));
    }
}
