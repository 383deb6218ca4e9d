package id.satuatap.isolation.edge;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An answer as it came over the wire, with nothing undone but the chunks.
 *
 * @param status {@link #CUT} when the connection ended instead, {@link #SILENT} when nothing came in time
 * @param head status line and headers as they came
 */
record Answer(int status, String head, List<Header> headers, byte[] bytes) {

    static final int CUT = 0;
    static final int SILENT = -1;

    record Header(String name, String value) {}

    static Answer nothing(int why) {
        return new Answer(why, "", List.of(), new byte[0]);
    }

    String body() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    JsonNode json() {
        return JsonMapper.shared().readTree(bytes);
    }

    List<String> all(String name) {
        return headers.stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(Header::value)
                .toList();
    }

    Optional<String> header(String name) {
        return all(name).stream().findFirst();
    }

    String location() {
        return header("Location").orElse("");
    }

    /** The host and port that it sends a browser to; empty when that is none or its own. */
    String elsewhere() {
        var location = location().replace('\\', '/');
        if (location.startsWith("//")) {
            location = "http:" + location;
        }
        return location.contains("://")
                ? Optional.ofNullable(
                                URI.create(location.replaceFirst("\\?.*", "")).getRawAuthority())
                        .orElse("")
                : "";
    }

    /** Everything that left the system, for searching. */
    String everything() {
        return head + "\n" + body();
    }

    boolean mayBeShared() {
        var caching = String.join(",", all("Cache-Control")).toLowerCase(Locale.ROOT);
        return !caching.contains("no-store") && !caching.contains("private");
    }
}
