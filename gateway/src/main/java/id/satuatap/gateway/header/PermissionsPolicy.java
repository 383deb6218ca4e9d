package id.satuatap.gateway.header;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;

/** What a page may ask of the device: nothing, unless the page itself opens camera or location, and then for itself alone. */
final class PermissionsPolicy {

    static final String HEADER = "Permissions-Policy";
    private static final List<String> MAY_BE_OPENED = List.of("camera", "geolocation");
    private static final String STAYS_CLOSED = "microphone=(), payment=(), usb=()";

    private PermissionsPolicy() {}

    /** The policy for an answer with these headers of a part: what is wider than one of ours is closed. */
    static String of(HttpHeaders answer) {
        var asked = answer.getOrEmpty(HEADER).stream()
                .flatMap(line -> Stream.of(line.split(",")))
                .map(String::trim)
                .collect(Collectors.toSet());
        return MAY_BE_OPENED.stream()
                .map(feature -> asked.contains(feature + "=(self)") ? feature + "=(self)" : feature + "=()")
                .collect(Collectors.joining(", ", "", ", " + STAYS_CLOSED));
    }
}
