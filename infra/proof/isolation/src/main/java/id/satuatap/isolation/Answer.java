package id.satuatap.isolation;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What came back, whole. */
public record Answer(int status, Map<String, List<String>> headers, byte[] body) {

    /** What may differ between two answers that tell the same. */
    private static final Set<String> OF_THE_MOMENT =
            Set.of("date", "x-request-id", "ratelimit-remaining", "ratelimit-reset", ":status");

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    public JsonNode json() {
        return JsonMapper.shared().readTree(body);
    }

    public String header(String name) {
        return headers.entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .flatMap(header -> header.getValue().stream())
                .findFirst()
                .orElse("");
    }

    public boolean isOk() {
        return status >= 200 && status < 300;
    }

    /** The code of a problem, such as {@code access.denied}; empty when it is none. */
    public String problem() {
        return text().startsWith("{") ? json().path("type").asString("").replace("urn:problem:", "") : "";
    }

    /** All of it but the request's own id and the time: equal for two answers that nobody can tell apart. */
    public String alike() {
        var kept = new TreeMap<String, List<String>>();
        headers.forEach((name, values) -> {
            var lower = name.toLowerCase(Locale.ROOT);
            if (!OF_THE_MOMENT.contains(lower)) {
                kept.put(lower, values);
            }
        });
        return status + "\n" + kept + "\n" + text().replaceAll("\"requestId\":\"[^\"]*\"", "\"requestId\":\"\"");
    }
}
