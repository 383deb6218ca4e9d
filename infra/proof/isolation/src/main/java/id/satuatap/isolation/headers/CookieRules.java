package id.satuatap.isolation.headers;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the cookies of a visit are worth: the worst of them decides.
 *
 * @see <a href="https://github.com/mdn/mdn-http-observatory/blob/main/src/analyzer/tests/cookies.js">cookies.js</a>
 */
final class CookieRules {

    private CookieRules() {}

    static Finding finding(List<String> setCookies, boolean hsts) {
        if (setCookies.isEmpty()) {
            return new Finding("cookies-not-found", 0);
        }
        var cookies = setCookies.stream().map(Cookie::of).toList();
        return cookies.stream()
                .flatMap(cookie -> faults(cookie, hsts))
                .min(Comparator.comparingInt(Finding::modifier))
                .orElseGet(() -> cookies.stream().allMatch(cookie -> cookie.has("samesite"))
                        ? new Finding("cookies-secure-with-httponly-sessions-and-samesite", 5)
                        : new Finding("cookies-secure-with-httponly-sessions", 0));
    }

    private static Stream<Finding> faults(Cookie cookie, boolean hsts) {
        var faults = Stream.<Finding>builder();
        var sameSite = cookie.attributes().getOrDefault("samesite", "lax");
        if (!List.of("lax", "strict", "none").contains(sameSite)
                || (sameSite.equals("none") && !cookie.has("secure"))) {
            faults.add(new Finding("cookies-samesite-flag-invalid", -20));
        }
        if (!cookie.has("secure")) {
            faults.add(insecure(cookie.isSession(), hsts));
        }
        if (cookie.name().contains("csrf") && !cookie.has("samesite")) {
            faults.add(new Finding("cookies-anticsrf-without-samesite-flag", -20));
        }
        if (cookie.isSession() && !cookie.has("httponly")) {
            faults.add(new Finding("cookies-session-without-httponly-flag", -30));
        }
        return faults.build();
    }

    private static Finding insecure(boolean session, boolean hsts) {
        if (session) {
            return hsts
                    ? new Finding("cookies-session-without-secure-flag-but-protected-by-hsts", -10)
                    : new Finding("cookies-session-without-secure-flag", -40);
        }
        return hsts
                ? new Finding("cookies-without-secure-flag-but-protected-by-hsts", -5)
                : new Finding("cookies-without-secure-flag", -20);
    }

    /** Name and attributes, all in lower case. */
    private record Cookie(String name, Map<String, String> attributes) {

        static Cookie of(String header) {
            var parts = List.of(header.toLowerCase(Locale.ROOT).split(";", -1));
            var attributes = parts.subList(1, parts.size()).stream()
                    .map(part -> Arrays.asList(part.strip().split("=", 2)))
                    .collect(Collectors.toMap(List::getFirst, part -> part.size() > 1 ? part.get(1) : "", (a, b) -> b));
            return new Cookie(parts.getFirst().split("=", 2)[0].strip(), attributes);
        }

        boolean has(String attribute) {
            return attributes.containsKey(attribute);
        }

        /** By the Observatory's guess, or because it is one of ours. */
        boolean isSession() {
            return Stream.of("login", "sess", "satuatap_admin", "satuatap_id").anyMatch(name::contains);
        }
    }
}
