package id.satuatap.isolation.headers;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What came back for one address. Names of headers are in lower case. */
record Answer(URI address, int status, Map<String, List<String>> headers, String body) {

    Answer {
        headers = headers.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        header -> header.getKey().toLowerCase(Locale.ROOT), header -> List.copyOf(header.getValue())));
    }

    List<String> all(String name) {
        return headers.getOrDefault(name, List.of());
    }

    Optional<String> first(String name) {
        return all(name).stream().findFirst().map(value -> value.strip().toLowerCase(Locale.ROOT));
    }

    boolean isHtml() {
        return first("content-type")
                .filter(type -> type.startsWith("text/html"))
                .isPresent();
    }
}
